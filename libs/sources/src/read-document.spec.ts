import { readDocument, UnreadableDocument } from './index.js';
import { fetched } from './testing/fetched.js';

const refusal = async (body: string | Uint8Array, mediaType = ''): Promise<string> => {
  try {
    const { format, document } = await readDocument(fetched(body, { mediaType }));
    return `read as ${format}, ${document.reports.length} items`;
  } catch (error) {
    return error instanceof UnreadableDocument ? `refused: ${error.message}` : `threw: ${String(error)}`;
  }
};
const times = (text: string, count: number): string => text.repeat(count);
const jsonFeed = (items: string): string => `{"version":"https://jsonfeed.org/version/1.1","items":${items}}`;
const rss = (items: string): string => `<rss version="2.0"><channel><title>t</title>${items}</channel></rss>`;
const calendar = (lines: string): string =>
  `BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\n${lines}\nEND:VEVENT\nEND:VCALENDAR\n`;
const megabytes = 1_000_000;

describe('a document that is no feed or calendar', () => {
  const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52]);
  const noise = Uint8Array.from({ length: 5_000 }, (_none, at) => (at * 7_919) % 251);
  it.each<[string, string | Uint8Array, RegExp]>([
    ['nothing at all', '', /^empty document/],
    ['a mark and white space', '\uFEFF \r\n\t', /^empty document/],
    ['10 MB of spaces', times(' ', 10 * megabytes), /^empty document/],
    ['10 MB of zeros', new Uint8Array(10 * megabytes), /^binary data/],
    ['an image', png, /^binary data/],
    ['binary garbage', noise, /^binary data/],
    ['an HTML page', '<!doctype html><title>Page &amp; co</title><p>x', /^an HTML page titled “Page & co”/],
    ['an HTML page without a title', '<html><body>Not found</body></html>', /^an HTML page, not/],
    ['a page that speaks of feeds', '<html><body><rss version="2.0"></rss></body></html>', /^an HTML page, not/],
    ['JSON of another kind', '{"ok":true,"page":"<html>"}', /^JSON without items/],
    ['a list in JSON', '[{"id":1}]', /^JSON without items/],
    ['XML of another kind', '<?xml version="1.0"?><svg><rect/></svg>', /^XML that begins with “<\?xml/],
    ['a list of feeds', '<opml version="2.0"><body><outline xmlUrl="https://x.test/rss"/></body></opml>', /^XML that/],
    ['some text', 'Service Unavailable', /^text that begins with “Service Unavailable”/],
    ['a task', 'BEGIN:VTODO\r\nUID:1\r\nEND:VTODO\r\n', /^text that begins with “BEGIN:VTODO/],
  ])('is refused, and why: %s', async (_what, body, why) => {
    expect(await refusal(body)).toMatch(new RegExp(`^refused: ${why.source.slice(1)}`));
  });

  it.each([
    ['JSON Feed', '{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1"'],
    ['JSON Feed whose items are none', '{"version":"https://jsonfeed.org/version/1.1","items":{"id":"1"}}'],
    ['Communecter', '{"entities":{"5a0c1b2c3d4e5f6071829304":{"name":"x"'],
    ['XML that only speaks of rss', '<!-- <rss> --><svg/>'],
  ])('is refused where it only begins like one: %s', async (_what, body) => {
    expect(await refusal(body)).toMatch(/^refused: /);
  });

  it('is refused whatever the server calls it', async () => {
    const types = ['application/rss+xml', 'text/calendar', 'application/feed+json', 'text/html; charset=nonsense'];
    const refusals = await Promise.all(types.map((type) => refusal('<html><title>Portal</title></html>', type)));
    expect(new Set(refusals)).toEqual(new Set(['refused: an HTML page titled “Portal”, not a feed or calendar']));
  });

  it('is read whatever the server calls it, where it is one', async () => {
    expect(await refusal(rss('<item><guid>1</guid></item>'), 'text/html')).toBe('read as xml-feed, 1 items');
    expect(await refusal(calendar('DTSTART:20260101'), 'application/json')).toBe('read as icalendar, 1 items');
  });
});

describe('a document that is made to do harm', () => {
  const dates = (count: number): string =>
    Array.from({ length: count }, (_none, at) => `${1_000 + (at % 8_000)}0101T100000`).join(',');
  const item = (description: string): string =>
    rss(`<item><guid>1</guid><description>${description}</description></item>`);
  const event = (lines: string, at = 1): string =>
    `BEGIN:VEVENT\nUID:${at}\nDTSTART:20200101T100000Z\n${lines}\nEND:VEVENT\n`;
  const events = (count: number, lines: (at: number) => string): string =>
    `BEGIN:VCALENDAR\n${Array.from({ length: count }, (_none, at) => event(lines(at), at)).join('')}END:VCALENDAR\n`;

  it.each<[string, () => string]>([
    ['JSON a million levels deep', () => jsonFeed(times('[', megabytes))],
    ['JSON deep in an item', () => jsonFeed(`[{"id":"1","x":${times('{"a":', 100_000)}1${times('}', 100_000)}}]`)],
    ['a million items of JSON', () => jsonFeed(`[${times('{"id":"1"},', 900_000)}{}]`)],
    ['XML a million levels deep', () => `<rss>${times('<a>', megabytes)}`],
    ['items within items', () => `<rss><channel>${times('<item>', megabytes)}`],
    ['400,000 empty items', () => rss(times('<item/>', 390_000))],
    ['100,000 attributes', () => `<rss ${Array.from({ length: 100_000 }, (_none, at) => `a${at}="x"`).join(' ')}/>`],
    ['prefixes at every level', () => `<rss>${times('<a xmlns:p="u">', 250)}${times('<z:b/>', 200_000)}`],
    [
      'a base of 3 MB',
      () => `<rss xml:base="http://x/${times('a', 3 * megabytes)}">${times('<item xml:base="b"/>', 90_000)}`,
    ],
    ['DOCTYPEs that never end', () => `<rss>${times('<!DOCTYPE[', 24_000)}</rss>`],
    [
      'an entity used a million times',
      () => `<!DOCTYPE x [<!ENTITY a "${times('l', 500)}">]>${item(times('&a;', megabytes))}`,
    ],
    ['a body of brackets', () => item(times('a&lt;h', 1_500_000))],
    ['a body of open comments', () => item(times('&lt;!--', 1_500_000))],
    ['a title of tags', () => rss(`<item><title>${times('&lt;a ', 1_500_000)}</title></item>`)],
    ['a tag of 9 MB', () => `<rss><${times('a', 9 * megabytes)}/></rss>`],
    ['a calendar line of 9 MB', () => calendar(`DESCRIPTION:${times('a', 9 * megabytes)}`)],
    ['a line of quotes', () => calendar(`X;${times('a="b";', megabytes)}:x`)],
    ['a line folded at each letter', () => calendar(`DESCRIPTION:${times('\n a', 3 * megabytes)}`)],
    [
      'a million dates left out',
      () => calendar(`DTSTART:20260101T100000Z\nRRULE:FREQ=DAILY\nEXDATE:${dates(500_000)}`),
    ],
    ['components that never end', () => times('BEGIN:VCALENDAR\n', 300_000)],
    ['rules that never match', () => events(50, () => 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30')],
    ['every hour for ever', () => events(20, () => 'RRULE:FREQ=HOURLY')],
    ['thousands of unknown zones', () => events(5_000, (at) => `DTEND;TZID=/a/b/c/Zone${at}:20200101T110000`)],
  ])(
    'is read in part or refused: %s',
    async (_what, body) => {
      expect(await refusal(body())).toMatch(/^(read as|refused:) /);
    },
    60_000,
  );

  it('says what was left out', async () => {
    const { document } = await readDocument(fetched(rss(times('<item><title>x</title></item>', 6_000))));
    expect(document.errors[0]).toEqual({ where: 'the feed', what: 'more than 5000 items; the rest was not read' });
  });
});

describe('a document', () => {
  it('is read behind and within the page of an error', async () => {
    const page = '<!DOCTYPE html><html><head><title>Erreur</title></head><body>';
    expect(await refusal(`${page}</body></html>${rss('<item><guid>1</guid></item>')}`)).toBe(
      'read as xml-feed, 1 items',
    );
    expect(await refusal(`${page}${rss('<item><guid>1</guid></item>')}</body></html>`)).toBe(
      'read as xml-feed, 1 items',
    );
  });

  it('keeps the first of two items under one key, and names the other', async () => {
    const { document } = await readDocument(fetched(jsonFeed('[{"id":"1","title":"a"},{"id":"1","title":"b"}]')));
    expect(document.reports.map(({ fields }) => fields.title)).toEqual(['a']);
    expect(document.errors).toEqual([
      { where: '1', what: 'the same item stands in the document twice; the first is kept' },
    ]);
  });

  it('may begin with a mark and white space', async () => {
    expect(await refusal(`\uFEFF\n\n  ${jsonFeed('[{"id":"1"}]')}`)).toBe('read as json-feed, 1 items');
    expect(await refusal(`\uFEFF\n\n  ${rss('<item><guid>1</guid></item>')}`)).toBe('read as xml-feed, 1 items');
    expect(await refusal(`\uFEFF\n\n${calendar('DTSTART:20260101')}`)).toBe('read as icalendar, 1 items');
  });
});
