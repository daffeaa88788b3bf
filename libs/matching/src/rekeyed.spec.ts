import type { ItemFields, ReportedItem } from '@relais/source';
import { canonicalJson, type ItemKey } from '@relais/vocabulary';
import { rekeyed } from './rekeyed.js';
import { at } from './testing/reports.js';

const item = (key: string, said: Partial<ItemFields>): ReportedItem => {
  const fields: ItemFields = { kind: 'gathering', title: 'Atelier vélo', ...said };
  return { item: key as ItemKey, fields, hash: canonicalJson(fields) };
};
const said = (vanished: ReportedItem[], appeared: ReportedItem[]) => Object.fromEntries(rekeyed(vanished, appeared));
const when = at('2026-03-12T17:00');
const link = 'http://old.example/rv/12';

describe('an item under another key', () => {
  it.each<[string, Partial<ItemFields>, Partial<ItemFields>]>([
    ['nothing else changed', { when }, { when }],
    ['its link went to https', { when, link }, { when, link: 'https://www.old.example/rv/12/' }],
    ['its site moved', { when, link }, { when, link: 'https://new.example/rv/12' }],
    ['its links are others', { when, link }, { when, link: 'https://new.example/node/9' }],
    ['its links are gone', { when, link }, { when }],
    ['its title was corrected', { when, title: 'Rencontre Debain' }, { when, title: 'Rencontre Debian', link }],
    [
      'it is news',
      { kind: 'news', published: '2026-01-01T10:00:00Z' },
      { kind: 'news', published: '2026-01-01T10:00:00Z', link },
    ],
    ['it has no day', { link, summary: 'a' }, { link, summary: 'b' }],
  ])('is known when %s', (_, before, after) => {
    expect(said([item('old', before)], [item('new', after)])).toEqual({ new: 'old' });
  });

  it('is known by the names of hosts that the deployment knows', () => {
    const [old, fresh] = [item('old', { link: 'http://old.example' }), item('new', { link: 'https://new.example/' })];
    expect([...rekeyed([old], [fresh], [{ old: 'old.example', new: 'new.example' }])]).toEqual([]);
    const [page, moved] = [item('old', { link, when }), item('new', { link: 'https://new.example/rv/12', when })];
    expect([...rekeyed([page], [moved], [{ old: 'old.example', new: 'new.example' }])]).toEqual([['new', 'old']]);
  });

  it('is the one that says when it was published, among those of one name', () => {
    const [first, second] = ['2026-01-01T10:00:00Z', '2026-01-02T10:00:00Z'].map((published) => ({ when, published }));
    expect(
      said([item('a', first ?? {}), item('b', second ?? {})], [item('B', second ?? {}), item('A', first ?? {})]),
    ).toEqual({
      A: 'a',
      B: 'b',
    });
  });

  it('may be any of those that say the same, each once', () => {
    const twice = { when, link };
    expect(said([item('a', twice), item('b', twice)], [item('A', twice), item('B', twice)])).toEqual({
      A: 'a',
      B: 'b',
    });
    expect(said([item('a', twice), item('b', twice)], [item('A', twice)])).toEqual({});
  });
});

describe('another item', () => {
  it.each<[string, Partial<ItemFields>, Partial<ItemFields>]>([
    ['is next week, of one page', { when, link }, { when: at('2026-03-19T17:00'), link }],
    ['is in another house', { when, link, place: { name: 'MRES' } }, { when, link, place: { name: 'Mutualab' } }],
    ['is something else at that hour', { when }, { when, title: 'Atelier couture' }],
    [
      'is news of a gathering',
      { when, published: '2026-01-01T10:00:00Z' },
      { kind: 'news', when, published: '2026-01-01T10:00:00Z' },
    ],
    ['shares a title only', {}, {}],
    [
      'shares the front page of its site only',
      { link: 'https://a.example/' },
      { link: 'https://a.example/', summary: 'b' },
    ],
  ])('%s', (_, before, after) => {
    expect(said([item('old', before)], [item('new', after)])).toEqual({});
  });
});
