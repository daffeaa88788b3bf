import type { Cadence, IssueContent, MadeWith } from '@relais/digest';
import type { AssemblyId, Instant, IssueId, ListId, LocalDate } from '@relais/vocabulary';
import type { Projection } from '../projection.js';

/** One edition of a list's letter. Its key is the issue's id. */
export type IssueRow = Readonly<{
  issue: IssueId;
  list: ListId;
  assembly: AssemblyId;
  date: LocalDate;
  period: { since: Instant | null; until: Instant };
  position: string;
  template: number;
  content: IssueContent;
  hash: string;
  composedAt: Instant;
  /** Whom it is for; a month's letter where it is not said. */
  cadence?: Cadence;
  madeWith?: MadeWith;
  /** Nobody has approved it yet, so that nobody is to read it. */
  waits?: true;
  /** How many letters it went out in, once all came to an end. */
  letters?: number;
}>;

export const issues: Projection<IssueRow, 'list' | 'assembly' | 'date'> = {
  name: 'issues',
  version: 2,
  columns: { list: (row) => row.list, assembly: (row) => row.assembly, date: (row) => row.date },
  on: {
    'digest.composed': (rows, { data: { needsApproval, ...data }, recordedAt }) =>
      rows.put(data.issue, { ...data, composedAt: recordedAt, ...(needsApproval && { waits: true }) }),
    'digest.approved': (rows, { data: { issue } }) => {
      const { waits: _, ...row } = rows.get(issue) ?? {};
      if ('issue' in row) rows.put(issue, row);
    },
    // What was not to be sent was never a letter.
    'digest.rejected': (rows, { data: { issue } }) => {
      if (rows.get(issue)?.waits) rows.remove(issue);
    },
    'digest.completed': (rows, { data: { issue, letters } }) => rows.change(issue, { letters }),
  },
};
