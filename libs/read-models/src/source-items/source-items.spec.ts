import type { HubEvent } from '@relais/catalogue';
import type { GatheringId, ItemKey, SourceId } from '@relais/vocabulary';
import { attached, basis, detached, evening, lille, meeting, projected, published } from '../testing/index.js';
import { lastItems, sourceItems, type SourceItem } from './source-items.js';

const source = 'lille-blog' as SourceId;
const of = { source, assembly: lille };
const key = (name: string): ItemKey => name as ItemKey;
const from = basis(source, 'a1');

const item = (name: string, more: object = {}): HubEvent =>
  published({ item: key(name), fields: { kind: 'news', title: `Article ${name}`, ...more } });
const revised = (name: string, more: object = {}): HubEvent => ({
  type: 'source.item-revised',
  data: { ...of, item: key(name), fields: { kind: 'news', title: `Révisé ${name}`, ...more }, hash: 'h2' },
});
const withdrawn = (name: string): HubEvent => ({
  type: 'source.item-withdrawn',
  data: { ...of, item: key(name), reason: 'vanished' },
});
const rekeyed = (one: string, other: string): HubEvent => ({
  type: 'source.item-rekeyed',
  data: { ...of, from: key(one), to: key(other) },
});

const after = async (...events: HubEvent[]): Promise<readonly SourceItem[]> =>
  (await projected(...events)).get(sourceItems, source)?.items ?? [];
const keysAfter = async (...events: HubEvent[]): Promise<ItemKey[]> => (await after(...events)).map((one) => one.item);

const day = (number: number): string => `2026-10-${String(number).padStart(2, '0')}T08:00:00Z`;
const dated = (number: number): HubEvent => item(`d${number}`, { published: day(number) });
const month = Array.from({ length: 28 }, (_, index) => index + 1);

describe('the last items of a source', () => {
  it('come newest first, by the day that they say', async () => {
    expect(await keysAfter(dated(2), dated(9), dated(5))).toEqual(['d9', 'd5', 'd2']);
  });

  it('come in the order of their document where they say none', async () => {
    expect(await keysAfter(item('a1'), item('a2'), dated(3), item('a3'))).toEqual(['a1', 'a2', 'a3', 'd3']);
  });

  it('do not stay on top by saying a day that has not come', async () => {
    expect(await keysAfter(item('a1'), item('a2', { published: '2099-01-01T00:00:00Z' }))).toEqual(['a1', 'a2']);
  });

  it(`are the last ${lastItems}, whatever the order in which they were read`, async () => {
    const newest = month.slice(-lastItems).reverse();
    const expected = newest.map((number) => `d${number}`);
    expect(await keysAfter(...month.map(dated))).toEqual(expected);
    expect(await keysAfter(...month.toReversed().map(dated))).toEqual(expected);
  });

  it('are not those which fell out of them, whatever becomes of those', async () => {
    const events = [revised('d1'), withdrawn('d1'), rekeyed('d1', 'e1')];
    expect(await keysAfter(...month.map(dated), ...events)).not.toEqual(expect.arrayContaining(['d1', 'e1']));
  });

  it('say what their source says of them today, from the same place', async () => {
    const [, second] = await after(dated(9), dated(5), revised('d5', { when: evening, published: day(20) }));
    expect(second).toMatchObject({ item: 'd5', title: 'Révisé d5', when: evening, known: '2026-10-05T08:00:00.000Z' });
  });

  it('are marked when they are withdrawn, until they come back', async () => {
    expect(await after(item('a1'), withdrawn('a1'))).toMatchObject([{ item: 'a1', withdrawn: true }]);
    expect((await after(item('a1'), withdrawn('a1'), revised('a1')))[0]).not.toHaveProperty('withdrawn');
  });

  it('say that they are cancelled, until they are not', async () => {
    const cancelled = revised('a1', { kind: 'gathering', status: 'cancelled' });
    expect(await after(item('a1'), cancelled)).toMatchObject([{ cancelled: true }]);
    expect((await after(item('a1'), cancelled, revised('a1')))[0]).not.toHaveProperty('cancelled');
  });

  it('keep their place under another key', async () => {
    const items = await after(dated(9), dated(5), rekeyed('d9', 'e9'), revised('e9'));
    expect(items.map((one) => [one.item, one.title])).toEqual([
      ['e9', 'Révisé e9'],
      ['d5', 'Article d5'],
    ]);
  });

  it('lead to the gathering that they announce, also once they are revised or renamed', async () => {
    const announced = [item('a1'), attached({ announcement: from })];
    for (const more of [[], [revised('a1')], [rekeyed('a1', 'b1')]])
      expect(await after(...announced, ...more)).toMatchObject([{ gathering: meeting }]);
  });

  it('lead to no gathering that they were detached from', async () => {
    const announced = [item('a1'), attached({ announcement: from })];
    expect((await after(...announced, detached(from)))[0]).not.toHaveProperty('gathering');
    const other = 'lille-12' as GatheringId;
    const moved = [attached({ announcement: from, gathering: other }), detached(from)];
    expect(await after(...announced, ...moved)).toMatchObject([{ gathering: other }]);
  });

  it('are those of this source alone', async () => {
    const elsewhere = attached({ announcement: basis('lille-wiki', 'a1') });
    expect((await after(item('a1'), published({ source: 'lille-wiki' as SourceId }), elsewhere))[0]).toMatchObject({
      title: 'Article a1',
    });
    expect((await after(item('a1'), elsewhere))[0]).not.toHaveProperty('gathering');
  });
});
