import type { IssueContent } from '@relais/digest';
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
  /** How many letters it went out in, once all came to an end. */
  letters?: number;
}>;

export const issues: Projection<IssueRow, 'list' | 'assembly' | 'date'> = {
  name: 'issues',
  version: 1,
  columns: { list: (row) => row.list, assembly: (row) => row.assembly, date: (row) => row.date },
  on: {
    'digest.composed': (rows, { data, recordedAt }) => rows.put(data.issue, { ...data, composedAt: recordedAt }),
    'digest.completed': (rows, { data: { issue, letters } }) => rows.change(issue, { letters }),
  },
};
