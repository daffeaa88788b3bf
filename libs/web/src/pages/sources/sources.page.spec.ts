import { lille, projected, sourceAdded, sourceOf } from '@relais/read-models/testing';
import { filledHub } from '../../testing/filled-hub.js';
import { byClass, elements, mainText, rendered, textOf } from '../../testing/rendered.js';

type Event = ReturnType<typeof sourceAdded>;

const of = (id: string) => ({ source: sourceOf(id).source.source, assembly: lille });
const reason = { code: 'http-status', detail: '410 Gone' } as const;
const added = (id: string, assembly = 'lille'): Event => ({
  type: 'assembly.source-added',
  data: { ...sourceOf(id), assembly: assembly as typeof lille },
});

/** One source of each health, and one more that can be read. */
const everyHealth: Event[] = [
  ...['un', 'deux', 'trois', 'quatre', 'cinq', 'six'].map((id) => added(id)),
  ...['un', 'deux', 'quatre'].map((id): Event => ({ type: 'source.first-read', data: { ...of(id), items: 0 } })),
  { type: 'source.failed', data: { ...of('trois'), reason } },
  { type: 'source.fell-silent', data: { ...of('quatre'), days: 40, usual: 7 } },
  { type: 'source.gone', data: { ...of('cinq'), reason } },
];

const itemOf = (html: string, title: string): string | undefined =>
  byClass(html, 'sources')
    .flatMap((list) => elements(list, 'li'))
    .map(textOf)
    .find((text) => text.startsWith(title));

describe('the page of sources', () => {
  it('says of a failing source since when and why', async () => {
    const { html } = rendered(await filledHub(), '/sources');
    const blog = itemOf(html, 'Blog');
    expect(blog).toContain('illisible depuis le lundi 23 novembre 2026');
    expect(blog).toContain('refusée par le serveur : 503 Service Unavailable');
    expect(mainText(html)).toContain('1 illisible');
  });

  it('says how many there are of each health, and nothing of none', async () => {
    const models = await projected(...everyHealth);
    const { html } = rendered(models, '/sources');
    expect(mainText(html)).toContain(
      '6 sources : 2 se lisent, 1 silencieuse, 1 illisible, 1 disparue, 1 pas encore lue.',
    );
    expect(mainText(rendered(models, '/sources?lang=en').html)).toContain(
      '6 sources: 2 can be read, 1 silent, 1 cannot be read, 1 gone, 1 not yet read.',
    );
    expect(mainText(rendered(await projected(added('un')), '/sources').html)).toContain('1 source : 1 pas encore lue.');
  });

  it('says of each its health in words', async () => {
    const { html } = rendered(await filledHub(...everyHealth), '/sources');
    for (const [id, health] of [
      ['un', 'se lit depuis le'],
      ['quatre', 'silencieuse depuis le'],
      ['cinq', 'disparue depuis le'],
      ['six', 'pas encore lue depuis le'],
    ] as const)
      expect(itemOf(html, id)).toContain(health);
  });

  it('says how much of a document could not be used', async () => {
    const refused: Event = {
      type: 'source.items-refused',
      data: { ...of('un'), refused: 1, first: [{ where: 'ligne 3', what: 'illisible' }] },
    };
    const { html } = rendered(await filledHub(...everyHealth, refused), '/sources');
    expect(itemOf(html, 'un')).toContain('1 élément de son document n’a pas pu être utilisé');
  });

  it('goes city by city, in the order of their names', async () => {
    const { html } = rendered(await filledHub(added('gent-blog', 'gent')), '/sources');
    expect(elements(html, 'h2').map(textOf)).toEqual(['Gent', 'Lille']);
    expect(textOf(byClass(html, 'sources')[0])).toContain('gent-blog');
  });

  it('marks the samples alone', async () => {
    const { html } = rendered(await filledHub(), '/sources');
    const marked = byClass(html, 'mark')
      .map(textOf)
      .filter((text) => text === 'document d’exemple');
    expect(marked).toHaveLength(1);
  });
});
