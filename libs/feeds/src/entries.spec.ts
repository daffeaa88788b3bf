import { attached, detached, founded, projected, published, recognised, recordedAt } from '@relais/read-models/testing';
import type { AssemblyId, GatheringId, ItemKey } from '@relais/vocabulary';
import { feedOf, type FeedRequest } from './entries.js';
import type { Feed } from './feed.js';

type Events = ReturnType<typeof recognised>[];
const brest = 'brest' as AssemblyId;
const publicUrl = 'https://relais.example';
const feed = async (events: Events, request: Partial<FeedRequest> = {}): Promise<Feed> =>
  feedOf({
    models: await projected(...events),
    ...{ limit: 50, publicUrl, language: 'fr', self: `${publicUrl}/feed.rss` },
    ...request,
  });
const news = (item: string, date?: string, backlog?: true) =>
  published({
    item: item as ItemKey,
    fields: { kind: 'news', title: item, link: `https://blog.example/${item}`, ...(date && { published: date }) },
    ...(backlog && { backlog }),
  });
const titles = ({ entries }: Feed): string[] => entries.map(({ title }) => title);

describe('the entries of a feed', () => {
  it('are gatherings, date and place first, under their page’s address for ever', async () => {
    const place = { name: 'La <MRES> & co', city: 'Lille' };
    const { entries } = await feed([founded(), recognised({ place, summary: '<p>Venez.</p>' })]);
    expect(entries).toEqual([
      {
        id: 'https://relais.example/rencontres/lille-11',
        title: 'Assemblée 11',
        url: 'https://relais.example/rencontres/lille-11',
        published: recordedAt,
        updated: recordedAt,
        html: '<p>jeudi 26 novembre 2026 à 18\u00a0h\u00a000 · La &lt;MRES&gt; &amp; co, Lille</p><p>Venez.</p>',
        category: 'Assemblée des communs de Lille',
        gathering: { title: 'Assemblée 11', when: expect.objectContaining({ kind: 'timed' }), place, cancelled: false },
      },
    ]);
  });

  it('are news, under an id of their source', async () => {
    const { entries } = await feed([news('a 1', '2026-11-02T09:00:00Z')]);
    expect(entries).toEqual([
      {
        id: 'urn:relais:lille-blog:a%201',
        title: 'a 1',
        url: 'https://blog.example/a 1',
        published: '2026-11-02T09:00:00Z',
        updated: recordedAt,
        html: '',
        category: 'lille',
      },
    ]);
  });

  it('are newest first, by when they became known, whatever the precision of their dates', async () => {
    const found = await feed([
      news('old', '2016-01-01T00:00:00Z'),
      news('exact', '2026-11-02T09:00:00.000Z'),
      news('same', '2026-11-02T09:00:00Z'),
      news('new', '2026-11-02T09:00:00.500Z'),
      news('undated'),
      recognised({ title: 'gathering' }),
      attached({ says: { title: 'gathering', published: '2026-10-01T00:00:00Z' } }),
    ]);
    expect(titles(found)).toEqual(['undated', 'new', 'exact', 'same', 'gathering', 'old']);
  });

  it('leave out what was there from the beginning without a date, and what was withdrawn', async () => {
    expect(titles(await feed([news('a', undefined, true), recognised(), attached(), detached()]))).toEqual([]);
  });

  it('say what was cancelled', async () => {
    const cancelled = [
      recognised(),
      { type: 'gathering.cancelled', data: { gathering: 'lille-11' as GatheringId, basis: {} as never } },
    ] satisfies Events;
    expect(titles(await feed(cancelled))).toEqual(['Annulé : Assemblée 11']);
    expect((await feed(cancelled)).entries[0]?.gathering).toMatchObject({ title: 'Assemblée 11', cancelled: true });
    expect(titles(await feed(cancelled, { language: 'en' }))).toEqual(['Cancelled: Assemblée 11']);
    expect(titles(await feed(cancelled, { language: 'nl' }))).toEqual(['Afgelast: Assemblée 11']);
  });

  it('are as many as asked for, the newest', async () => {
    const many = ['2016', '2018', '2017', '2019'].map((year) => news(year, `${year}-01-01T00:00:00Z`));
    expect(titles(await feed(many, { limit: 2 }))).toEqual(['2019', '2018']);
  });

  it('are those of one assembly where one is asked for', async () => {
    const both = [
      founded({ assembly: brest }),
      recognised({ title: 'ours' }),
      recognised({ gathering: 'b' as GatheringId, assembly: brest, title: 'theirs' }),
    ];
    const found = await feed(both, { assembly: brest });
    expect(titles(found)).toEqual(['theirs']);
    expect(found).toMatchObject({ home: 'https://relais.example/brest', title: 'Assemblée des communs de Lille' });
    expect(await feed(both)).toMatchObject({ home: 'https://relais.example/', title: 'Relais des communs' });
  });
});

describe('a feed', () => {
  it('was updated when the last of its entries was', async () => {
    const { updated } = await feed([recognised()]);
    expect(updated).toBe(recordedAt);
    expect((await feed([])).updated).toBe('1970-01-01T00:00:00.000Z');
  });
});
