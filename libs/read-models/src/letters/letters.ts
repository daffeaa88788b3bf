import type { Instant, IssueId, LetterId, ListId, SubscriptionId } from '@relais/vocabulary';
import type { Projection } from '../projection.js';

/** The ledger as it stands: one person's copy and what became of it. Its key is the letter's id. */
export type LetterRow = Readonly<{
  letter: LetterId;
  subscription: SubscriptionId;
  list: ListId;
  purpose: 'confirmation' | 'digest';
  issue?: IssueId;
  status: 'intended' | 'handed-over' | 'accepted' | 'deferred' | 'refused' | 'unknown';
  at: Instant;
}>;

export const letters: Projection<LetterRow, 'issue' | 'status'> = {
  name: 'letters',
  version: 1,
  columns: { issue: (row) => row.issue ?? null, status: (row) => row.status },
  on: {},
};
