import type { HubEvent } from '@relais/catalogue';
import type { Cadence } from '@relais/digest';
import type { AssemblyId, IssueId, ListId } from '@relais/vocabulary';
import { CompleteIssues, periodOf } from './complete-issues.js';

const composed = (issue: string, cadence?: Cadence): HubEvent => ({
  type: 'digest.composed',
  data: {
    ...{ issue: issue as IssueId, list: 'info-lille' as ListId, assembly: 'lille' as AssemblyId, date: '2026-11-01' },
    ...{ period: { since: null, until: '2026-11-01T08:00:00Z' }, position: '42', template: 1, hash: 'ab' },
    content: { upcoming: [], announced: [], news: [] },
    ...(cadence && { cadence }),
  },
});
const completed = (issue: string): HubEvent => ({
  type: 'digest.completed',
  data: { issue: issue as IssueId, letters: 1 },
});
const completeIn = (...events: readonly HubEvent[]) => {
  const issues = new CompleteIssues();
  return events.flatMap((event) => issues.evolve(event) ?? []);
};
const [month, week] = ['info-lille-2026-11', 'info-lille-2026-w48'];

describe('issues that are complete', () => {
  it('are those of a month, also from before there were others, once their letters came to an end', () =>
    expect(completeIn(composed(month), completed(month), completed(month))).toEqual([
      { issue: month, assembly: 'lille', cadence: 'month', until: '2026-11-01T08:00:00Z' },
    ]));

  it('are none while letters are still to come', () => expect(completeIn(composed(month))).toEqual([]));

  it('are of the same week on whatever day they came', () => {
    const days = [`${week}-4`, `${week}-6`, 'info-lille-2026-w49-1'];
    const found = completeIn(...days.flatMap((day) => [composed(day, 'week'), completed(day)]));
    expect(found.map(periodOf)).toEqual([week, week, 'info-lille-2026-w49']);
    expect(completeIn(composed(month), completed(month)).map(periodOf)).toEqual([month]);
  });

  it.each(['day', 'event', 'notice'] as const)('are none that is for a %s', (cadence) =>
    expect(completeIn(composed('other', cadence), completed('other'))).toEqual([]),
  );
});
