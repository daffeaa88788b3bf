import type { GatheringId } from '@relais/vocabulary';
import { stillToCome } from './still-to-come.js';

const gathering = (day: string) => ({
  ...{ gathering: day as GatheringId, city: 'Lille', title: day },
  when: { kind: 'all-day', from: day, until: day } as const,
});
const now = Date.parse('2026-11-10T10:00:00Z');

describe('what an earlier issue tells later', () => {
  it('is what can still be gone to or voted on, and all that has no date', () => {
    const content = {
      upcoming: [gathering('2026-11-09'), gathering('2026-11-10')],
      announced: [gathering('2026-11-08')],
      news: [{ title: 'N', source: 's' }],
      votes: [
        { title: 'closed', source: 's', closes: '2026-11-10T09:00:00Z' },
        { title: 'open', source: 's', closes: '2026-11-10T11:00:00Z' },
        { title: 'undated', source: 's' },
      ],
    };
    const { upcoming, announced, news, votes } = stillToCome(content, now);
    expect([upcoming, announced, news, votes].map((facts) => facts?.map(({ title }) => title))).toEqual([
      ['2026-11-10'],
      [],
      ['N'],
      ['open', 'undated'],
    ]);
  });

  it('is the same where nothing is over', () => {
    const content = { upcoming: [gathering('2026-11-10')], announced: [], news: [] };
    expect(stillToCome(content, now)).toBe(content);
  });
});
