import { attached, basis, evening } from '@relais/read-models/testing';
import type { RulingId } from '@relais/vocabulary';
import { filledHub, gatheringOf } from '../../testing/filled-hub.js';
import { requestOf } from '../../testing/request.js';
import type { RulingLine } from './seen.js';
import { disputedBefore, disputedToCome, onOneDay } from './to-look-at.js';

const idsOf = (rows: readonly { gathering: string }[]): string[] => rows.map(({ gathering }) => gathering);
const pairsOf = (pairs: readonly (readonly { gathering: string }[])[]): string[] =>
  pairs.map((pair) => idsOf(pair).sort().join(' '));
const apart: RulingLine = {
  ...{ ruling: 'r1' as RulingId, verdict: 'apart', by: 'secretariat', at: '2026-11-24T08:00:00Z' },
  announcements: [
    { ...basis('lille-wiki', 'one'), title: 'Une' },
    { ...basis('lille-wiki', 'other'), title: 'Autre' },
  ],
};
const when = { ...evening, starts: '2026-12-24T17:00:00Z' };
const twoOnOneDay = () =>
  filledHub(
    ...gatheringOf('one', { when }),
    ...gatheringOf('other', { when: { ...when, starts: '2026-12-24T19:00:00Z' } }),
    ...gatheringOf('elsewhere', { when, assembly: 'gent' as never }),
    ...gatheringOf('later', { when: { ...when, starts: '2026-12-26T17:00:00Z' } }),
  );

describe('what moderators look at first', () => {
  it('is where the sources disagree, to come and over', async () => {
    const past = { ...evening, starts: '2016-11-24T17:00:00Z' };
    const models = await filledHub(
      ...gatheringOf('past', { when: past }),
      attached({
        gathering: 'past' as never,
        announcement: basis('lille-facebook', 'past'),
        says: { title: 'P', when: { ...past, starts: '2016-11-24T19:00:00Z' } },
      }),
      attached({
        gathering: 'past' as never,
        announcement: basis('lille-blog', 'past'),
        says: { title: 'P', when: past },
      }),
    );
    expect(idsOf(disputedToCome(requestOf(models)))).toEqual(['lille-11']);
    expect(idsOf(disputedBefore(requestOf(models)))).toEqual(['past']);
  });

  it('is what takes place on one day in one assembly, and may be one gathering', async () => {
    expect(pairsOf(onOneDay(requestOf(await twoOnOneDay()), []))).toContain('one other');
    expect(pairsOf(onOneDay(requestOf(await twoOnOneDay()), [])).join()).not.toMatch(/elsewhere|later/);
  });

  it('is no more what somebody said to be two, until that is undone', async () => {
    const request = requestOf(await twoOnOneDay());
    expect(pairsOf(onOneDay(request, [apart]))).not.toContain('one other');
    expect(
      pairsOf(onOneDay(request, [{ ...apart, announcements: [...apart.announcements].reverse() as never }])),
    ).not.toContain('one other');
    const revoked = { by: 'secretariat', at: '2026-11-24T09:00:00Z' };
    expect(pairsOf(onOneDay(request, [{ ...apart, revoked }]))).toContain('one other');
    expect(pairsOf(onOneDay(request, [{ ...apart, verdict: 'same' }]))).toContain('one other');
  });
});
