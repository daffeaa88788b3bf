import iconv from 'iconv-lite';
import { opmlOutlines } from './opml-outlines.js';

const read = (text: string | Uint8Array) => opmlOutlines(typeof text === 'string' ? Buffer.from(text) : text);
const opml = (...outlines: readonly string[]): string =>
  `<?xml version="1.0"?><opml version="2.0"><head><title>Nos flux</title></head><body>${outlines.join('')}</body></opml>`;
const feed = (n: number): string => `<outline type="rss" text="Flux ${n}" xmlUrl="https://exemple.test/${n}"/>`;

describe('OPML', () => {
  it('names what somebody follows, and the groups that it stands in', () => {
    const document = opml(
      feed(1),
      '<outline text="Villes"><outline text="Lille">',
      '<outline text="Agenda" xmlUrl="https://agenda.test/a?b=1&amp;c=2" htmlUrl="https://agenda.test/"/>',
      '</outline></outline>',
      feed(2),
    );
    expect(read(document)).toEqual({
      title: 'Nos flux',
      outlines: [
        { title: 'Flux 1', url: 'https://exemple.test/1', groups: [] },
        {
          ...{ title: 'Agenda', url: 'https://agenda.test/a?b=1&c=2', site: 'https://agenda.test/' },
          groups: ['Villes', 'Lille'],
        },
        { title: 'Flux 2', url: 'https://exemple.test/2', groups: [] },
      ],
      errors: [],
    });
  });

  it('is read in its older version, in whatever case its attributes are, and by its titles', () => {
    const old = '<opml version="1.0"><body><outline title="Flux" XMLURL="https://exemple.test/1"/></body></opml>';
    expect(read(old).outlines).toEqual([{ title: 'Flux', url: 'https://exemple.test/1', groups: [] }]);
    const link =
      '<opml version="1.1"><body><outline type="link" text="Lien" url="https://exemple.test/1"/></body></opml>';
    expect(read(link).outlines).toEqual([{ title: 'Lien', url: 'https://exemple.test/1', groups: [] }]);
  });

  it('gives a site where it names no feed of it', () => {
    const { outlines } = read(opml('<outline text="Site" htmlUrl="https://exemple.test/"/>'));
    expect(outlines).toEqual([{ title: 'Site', url: 'https://exemple.test/', groups: [] }]);
  });

  it('is read in the encoding that it declares', () => {
    const text = `<?xml version="1.0" encoding="ISO-8859-1"?><opml><body><outline text="Été" xmlUrl="https://a.test/"/></body></opml>`;
    expect(read(iconv.encode(text, 'latin1')).outlines[0]?.title).toBe('Été');
  });

  it('keeps an address once, and says what it could not use', () => {
    const { outlines, errors } = read(
      opml(feed(1), feed(1), '<outline text="Rien"/>', '<outline text="Faux" xmlUrl="pas une adresse"/>'),
    );
    expect(outlines).toHaveLength(1);
    expect(errors).toEqual([
      { where: 'outline 2 «Flux 1»', what: 'has the address of one before; the first is kept' },
      { where: 'outline 3 «Rien»', what: 'has no address' },
      { where: 'outline 4 «Faux»', what: 'has an address that is none: pas une adresse' },
    ]);
  });

  it('is read as far as it goes where it was cut off', () => {
    const whole = opml(feed(1), feed(2));
    expect(read(whole.slice(0, -30)).outlines).toHaveLength(1);
    const { outlines, errors } = read(whole.slice(0, -10));
    expect(outlines).toHaveLength(2);
    expect(errors).toEqual([{ where: 'the document', what: 'ends before it should; what stands before was read' }]);
  });

  it('is read where somebody wrote a bare ampersand, or left tags open', () => {
    const { outlines } = read(opml('<outline text="A & B"><outline text="C" xmlUrl="https://exemple.test/?a=1&b=2">'));
    expect(outlines).toEqual([{ title: 'C', url: 'https://exemple.test/?a=1&b=2', groups: ['A & B'] }]);
  });

  it.each([
    ['', 'expected OPML, got nothing'],
    ['<rss version="2.0"></rss>', 'expected OPML, got <rss version="2.0">'],
    ['{"feeds":[]}', 'expected OPML, got {"feeds":[]}'],
  ])('is what it must be: %j is refused', (text, why) => {
    expect(() => read(text)).toThrow(why);
  });

  it('reads ten thousand outlines, and not without end', () => {
    const many = (count: number) => read(opml(...Array.from({ length: count }, (_, n) => feed(n))));
    expect(many(10_000)).toMatchObject({ outlines: { length: 10_000 }, errors: [] });
    const { outlines, errors } = many(20_001);
    expect(outlines).toHaveLength(20_000);
    expect(errors).toEqual([{ where: 'outline 20000', what: 'more than 20000 outlines; the rest was not read' }]);
  });

  it('reads no deeper than anybody sorts', () => {
    const deep = '<outline text="a">'.repeat(100_000);
    const { outlines, errors } = read(opml(`${feed(1)}${deep}${feed(2)}`));
    expect(outlines).toHaveLength(1);
    expect(errors).toEqual([
      { where: 'outline 102 «a»', what: 'stands deeper than 100 outlines; the rest was not read' },
    ]);
  });

  it.each([
    ['<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">'],
    ['<!ENTITY a SYSTEM "file:///etc/passwd">'],
    ['<!ENTITY % a "x">'],
  ])('is refused with entities that refer to others or to elsewhere: %s', (entities) => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE opml [${entities}]><opml><body>${feed(1)}</body></opml>`;
    expect(() => read(bomb)).toThrow('declares entities that refer to others or to elsewhere');
  });

  it('takes entities that are plain text', () => {
    const plain = `<!DOCTYPE opml [<!ENTITY ville "Lille">]><opml><body><outline text="&ville;" xmlUrl="https://a.test/"/></body></opml>`;
    expect(read(plain).outlines[0]?.title).toBe('Lille');
  });
});
