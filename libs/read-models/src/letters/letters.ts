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
  on: {
    'letter.intended': (rows, { data, recordedAt }) =>
      rows.put(data.letter, { ...data, status: 'intended', at: recordedAt }),
    'letter.handed-over': (rows, { data: { letter }, recordedAt }) =>
      rows.change(letter, { status: 'handed-over', at: recordedAt }),
    'letter.accepted': (rows, { data: { letter }, recordedAt }) =>
      rows.change(letter, { status: 'accepted', at: recordedAt }),
    'letter.refused': (rows, { data: { letter, permanent }, recordedAt }) =>
      rows.change(letter, { status: permanent ? 'refused' : 'deferred', at: recordedAt }),
    'letter.unknown': (rows, { data: { letter }, recordedAt }) =>
      rows.change(letter, { status: 'unknown', at: recordedAt }),
  },
};
