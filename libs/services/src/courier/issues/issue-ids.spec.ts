import type { Cadence } from '@relais/digest';
import type { IssueId, ListId } from '@relais/vocabulary';
import { cadenceOf, chainOf, issueId } from './issue-ids.js';

const list = 'info-lille' as ListId;
const named = (cadence: Cadence, moment: string): string => issueId(list, cadence, moment, 'Europe/Paris');

describe('an issue is called', () => {
  it('by its month, week and weekday, day or hour, where its assembly is', () => {
    const moment = '2026-11-25T23:30:00Z';
    expect((['month', 'week', 'day', 'event', 'notice'] as const).map((cadence) => named(cadence, moment))).toEqual([
      'info-lille-2026-11',
      'info-lille-2026-w48-4',
      'info-lille-2026-11-26',
      'info-lille-2026-11-26T0030',
      'info-lille-avis-2026-11-26T0030',
    ]);
  });

  it('by the week of the year that has its Thursday', () => {
    expect(named('week', '2027-01-03T10:00:00Z')).toBe('info-lille-2026-w53-7');
    expect(named('week', '2027-01-04T10:00:00Z')).toBe('info-lille-2027-w01-1');
    expect(named('week', '2025-12-29T10:00:00Z')).toBe('info-lille-2026-w01-1');
  });

  it('so that it says whom it is for, also where its list is called like one', () => {
    for (const cadence of ['month', 'week', 'day', 'event', 'notice'] as const)
      expect(cadenceOf(issueId('avis-2026-11' as ListId, cadence, '2026-11-25T10:00:00Z', 'UTC'))).toBe(cadence);
  });
});

describe('issues that follow one another', () => {
  it('are those of a list and a rhythm; weeks have a chain for each day', () => {
    const chain = (issue: string): string => chainOf(issue as IssueId, list);
    expect(chain('info-lille-2026-w48-4')).toBe(chain('info-lille-2026-w49-4'));
    expect(chain('info-lille-2026-w48-4')).not.toBe(chain('info-lille-2026-w48-5'));
    expect(chain('info-lille-2026-11')).toBe(chain('info-lille-2026-12'));
    expect(chain('info-lille-2026-11-25')).not.toBe(chain('info-lille-2026-11'));
  });
});
