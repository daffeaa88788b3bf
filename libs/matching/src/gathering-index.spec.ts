import type { AssemblyId, GatheringId, When } from '@relais/vocabulary';
import { GatheringIndex } from './gathering-index.js';
import type { Described } from './known-gathering.js';

const described = (said: Partial<Described>): Described => ({
  ...{ assembly: 'lille' as AssemblyId, title: 'Communs', urls: [], aliases: [], mentions: [] },
  ...said,
});
const indexOf = (...said: Partial<Described>[]) => {
  const index = new GatheringIndex();
  said.forEach((one, number) =>
    index.put({ ...described(one), gathering: `g${number}` as GatheringId, sources: new Set() }),
  );
  return index;
};
const found = (index: GatheringIndex, item: Partial<Described>): string[] =>
  index.candidates(described(item)).map(({ gathering }) => gathering);
const timed = (starts: string, zone = 'Europe/Paris'): When => ({ kind: 'timed', starts, zone });
const days = (from: string, until = from): When => ({ kind: 'all-day', from, until });

describe('the index of gatherings', () => {
  it('finds those that share an address or an alias', () => {
    const index = indexOf({ urls: ['a.test/1'] }, { aliases: ['uid'] }, { urls: ['a.test/2'], aliases: ['uid2'] });
    expect(found(index, { urls: ['a.test/1'] })).toEqual(['g0']);
    expect(found(index, { aliases: ['uid'] })).toEqual(['g1']);
    expect(found(index, { urls: ['uid'], aliases: ['a.test/1'] })).toEqual([]);
  });

  it('finds those that link to the item, and those that it links to, but not those that link to the same', () => {
    const index = indexOf({ urls: ['a.test/1'], mentions: ['a.test/home', 'a.test/2'] });
    expect(found(index, { mentions: ['a.test/1'] })).toEqual(['g0']);
    expect(found(index, { urls: ['a.test/2'] })).toEqual(['g0']);
    expect(found(index, { mentions: ['a.test/home'] })).toEqual([]);
  });

  it('finds those of the same day of the same assembly', () => {
    const index = indexOf({ when: timed('2016-07-21T10:00:00Z') }, { when: days('2016-07-20', '2016-07-22') }, {});
    expect(found(index, { when: days('2016-07-21') })).toEqual(['g0', 'g1']);
    expect(found(index, { when: days('2016-07-23') })).toEqual([]);
    expect(found(index, { when: days('2016-07-21'), assembly: 'brest' as AssemblyId })).toEqual([]);
  });

  it.each([
    ['a quarter of an hour over midnight', timed('2016-07-21T21:55:00Z'), timed('2016-07-21T22:05:00Z')],
    ['over midnight in UTC', timed('2016-07-21T23:55:00Z', 'UTC'), timed('2016-07-22T00:05:00Z', 'UTC')],
    ['another zone', timed('2016-07-21T22:30:00Z'), timed('2016-07-21T22:30:00Z', 'America/Montreal')],
    ['an end before the start', days('2016-07-21', '2016-07-20'), days('2016-07-21')],
  ])('finds it in spite of %s', (_, one, other) => {
    expect(found(indexOf({ when: one }), { when: other })).toEqual(['g0']);
    expect(found(indexOf({ when: other }), { when: one })).toEqual(['g0']);
  });

  it('files a very long gathering under its first month only', () => {
    const index = indexOf({ when: days('2016-01-01', '2019-12-31') });
    expect([found(index, { when: days('2016-01-31') }), found(index, { when: days('2016-02-01') })]).toEqual([
      ['g0'],
      [],
    ]);
  });

  it('forgets what a gathering no longer is', () => {
    const index = indexOf({ urls: ['a.test/1'], when: days('2016-07-21') });
    index.put({ ...described({ when: days('2016-07-28') }), gathering: 'g0' as GatheringId, sources: new Set() });
    expect(found(index, { urls: ['a.test/1'], when: days('2016-07-21') })).toEqual([]);
    expect(found(index, { when: days('2016-07-28') })).toEqual(['g0']);
    expect(index.get('g0' as GatheringId)?.when).toEqual(days('2016-07-28'));
  });

  it('finds each once, however much it shares', () => {
    const all = { urls: ['a.test/1', 'a.test/2'], aliases: ['uid'], mentions: ['a.test/3'], when: days('2016-07-21') };
    expect(found(indexOf(all), all)).toEqual(['g0']);
  });
});
