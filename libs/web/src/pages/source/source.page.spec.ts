import { attached, basis, evening, lille, published, sourceAdded, sourceOf } from '@relais/read-models/testing';
import { filledHub } from '../../testing/filled-hub.js';
import { byClass, elements, mainText, rendered, textOf } from '../../testing/rendered.js';

type Event = ReturnType<typeof sourceAdded>;

const { source } = sourceOf('lille-blog').source;
const of = { source, assembly: lille };
const lastRead = '2026-11-20T08:00:00Z';
const reason = { code: 'http-status', detail: '410 Gone' } as const;
const recovered: Event = { type: 'source.recovered', data: of };
const gone: Event = { type: 'source.gone', data: { ...of, reason, lastRead } };
const failed: Event = { type: 'source.failed', data: { ...of, reason, lastRead } };
const silent: Event = { type: 'source.fell-silent', data: { ...of, days: 40, usual: 7 } };
const refused: Event = {
  type: 'source.items-refused',
  data: {
    ...of,
    refused: 3,
    first: [
      { where: 'ligne 12', what: 'DTSTART «demain» n’est pas une date' },
      { where: '/events/4', what: 'sans titre' },
    ],
  },
};
const key = (name: string) => basis(source, name).item;
const announced: Event[] = [
  published({
    item: key('rv'),
    fields: { kind: 'gathering', title: 'Assemblée 11', link: 'https://blog.example/rv', when: evening },
  }),
  attached({ announcement: basis(source, 'rv') }),
];

const pageAfter = async (...events: Event[]): Promise<string> =>
  rendered(await filledHub(recovered, ...events), '/sources/lille-blog').html;
const textAfter = async (...events: Event[]): Promise<string> => mainText(await pageAfter(...events));
const inEnglish = async (...events: Event[]): Promise<string> =>
  mainText(rendered(await filledHub(recovered, ...events), '/sources/lille-blog?lang=en').html);

const hrefs = (html: string) => elements(elements(html, 'main')[0] ?? html, 'a').map(({ attribs }) => attribs['href']);
const fact = (html: string, name: string): string => {
  const [facts] = byClass(html, 'facts');
  const names = elements(facts ?? '', 'dt').map(textOf);
  return textOf(elements(facts ?? '', 'dd')[names.indexOf(name)]);
};
const items = (html: string) => elements(byClass(html, 'news')[0] ?? '', 'li');

describe('the page of a source', () => {
  it('says who publishes it, where, on which platform, and how many items it shows', async () => {
    const html = await pageAfter();
    expect(textOf(elements(html, 'h1')[0])).toBe('Blog');
    expect(fact(html, 'Qui publie')).toBe('Assemblée des communs de Lille');
    expect(fact(html, 'Plateforme')).toBe('WordPress');
    expect(fact(html, 'Adresse')).toBe('https://lille-blog.example/feed');
    expect(fact(html, 'Publications')).toBe('1');
    expect(hrefs(html)).toEqual(expect.arrayContaining(['/sources', '/lille', 'https://lille-blog.example/feed']));
  });

  it('is found from the list of sources, in the language of the reader', async () => {
    const models = await filledHub();
    expect(hrefs(rendered(models, '/sources').html)).toContain('/sources/lille-blog');
    expect(hrefs(rendered(models, '/sources?lang=en').html)).toContain('/sources/lille-blog?lang=en');
  });

  it.each(['/sources/nulle-part', '/sources/lille-old', '/sources/lille-demosphere%20a3'])(
    'is not there at %s',
    async (address) => {
      expect(
        rendered(await filledHub(), address, { params: { id: decodeURIComponent(address.slice('/sources/'.length)) } })
          .status,
      ).toBe(404);
    },
  );

  it('says nothing of trouble where there is none', async () => {
    const html = await pageAfter();
    expect(textOf(byClass(html, 'mark')[0])).toBe('se lit');
    expect(fact(html, 'Dernière bonne lecture')).toBe('la plus récente');
    expect(elements(html, '*').filter(({ attribs }) => attribs['role'] === 'status')).toHaveLength(0);
    expect(mainText(html)).not.toContain('Ce qui n’a pas pu être utilisé');
  });

  it('says why it fails, what to do, when it could be read for the last time, and what stays', async () => {
    const html = await pageAfter(failed);
    const notice = textOf(byClass(html, 'notice')[0]);
    expect(notice).toContain('refusée par le serveur : 410 Gone');
    expect(notice).toContain('Que faire ? Ouvrez l’adresse dans un navigateur.');
    expect(notice).toContain('Ce qui a été lu avant reste');
    expect(fact(html, 'Dernière bonne lecture')).toBe('vendredi 20 novembre 2026');
    expect(mainText(html)).toContain('illisible depuis le lundi 23 novembre 2026');
  });

  it('says of one that is gone that it is asked no more', async () => {
    const text = await textAfter(gone);
    expect(text).toContain('disparue depuis le');
    expect(text).toContain('Relais ne la demande plus.');
    expect(await inEnglish(gone)).toContain('Relais asks for it no more.');
  });

  it('says of a silent one for how long, and what is usual', async () => {
    expect(await textAfter(silent)).toContain(
      'Rien de nouveau pendant 40 jours. D’habitude, il y a du nouveau tous les 7 jours.',
    );
    const daily: Event = { type: 'source.fell-silent', data: { ...of, days: 1, usual: 1 } };
    expect(await inEnglish(daily)).toContain('Nothing new for one day. Usually there is something every day.');
  });

  it('says where it moved', async () => {
    const html = await pageAfter({ type: 'source.moved', data: { ...of, to: 'https://new.example/feed' } });
    expect(fact(html, 'Lue à présent à')).toContain('https://new.example/feed');
    expect(hrefs(html)).toContain('https://new.example/feed');
  });

  it('names what could not be used by its place in the document and the reason, and how many more there are', async () => {
    const text = await textAfter(refused);
    expect(text).toContain('3 éléments de son document n’ont pas pu être utilisés');
    expect(text).toContain('ligne 12 DTSTART «demain» n’est pas une date');
    expect(text).toContain('/events/4 sans titre');
    expect(text).toContain('et 1 autre');
    expect(await inEnglish(refused)).toContain('3 entries of its document could not be used, since Monday');
  });

  it('leads from its items to their gatherings, or to where they were published', async () => {
    const html = await pageAfter(...announced);
    const [first, second] = items(html).map((item) => elements(item, 'a').map(({ attribs }) => attribs['href']));
    expect(first).toEqual(['/rencontres/lille-11', 'https://blog.example/rv']);
    expect(second).toEqual(['https://blog.example/bilan']);
  });

  it('says when items take place, or when they were published, and which were withdrawn', async () => {
    const withdrawn: Event = { type: 'source.item-withdrawn', data: { ...of, item: key('rv'), reason: 'vanished' } };
    const [first, second] = items(await pageAfter(...announced, withdrawn));
    expect(textOf(first)).toContain('retirée');
    expect(elements(first ?? '', 'time')[0]?.attribs['datetime']).toBe(evening.starts);
    expect(textOf(second)).toContain('vendredi 1er décembre 2017');
  });

  it('says how many of all items it shows', async () => {
    const many = Array.from({ length: 30 }, (_, number) => published({ item: key(`n${number}`) }));
    expect(await textAfter(...many)).toContain('Les 20 dernières de 31, la plus récente d’abord.');
  });

  it('says that nothing was read where nothing was', async () => {
    const added: Event = { type: 'assembly.source-added', data: sourceOf('lille-neuf', 'Neuf') };
    const { html } = rendered(await filledHub(added), '/sources/lille-neuf');
    expect(mainText(html)).toContain('pas encore lue');
    expect(fact(html, 'Dernière bonne lecture')).toBe('aucune encore');
    expect(mainText(html)).toContain('Rien n’en a encore été lu.');
  });

  it('puts every day into an element that machines read', async () => {
    const html = await pageAfter(failed, refused, ...announced);
    const main = elements(html, 'main')[0] ?? html;
    const inTime = elements(main, 'time').map(textOf).join(' ');
    for (const [day] of mainText(html).matchAll(/(?:lundi|vendredi|jeudi) \d\w* \p{L}+ \d{4}/gu))
      expect(inTime).toContain(day);
  });
});
