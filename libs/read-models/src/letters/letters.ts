import type { Purpose } from '@relais/digest';
import {
  letterCode,
  type Instant,
  type IssueId,
  type LetterId,
  type ListId,
  type SubscriptionId,
} from '@relais/vocabulary';
import type { Projection } from '../projection.js';

/** The ledger as it stands: one person's copy and what became of it. Its key is the letter's id. */
export type LetterRow = Readonly<{
  letter: LetterId;
  subscription: SubscriptionId;
  list: ListId;
  purpose: Purpose;
  issue?: IssueId;
  /** Issues of further cities that it tells of. */
  further?: readonly IssueId[];
  /** That it came back, and as what (RFC 3463); the last time that it did. */
  bounced?: Readonly<{ status: string; permanent: boolean; at: Instant }>;
  complainedAt?: Instant;
  status: 'intended' | 'handed-over' | 'accepted' | 'deferred' | 'refused' | 'unknown';
  at: Instant;
}>;

export const letters: Projection<LetterRow, 'issue' | 'status' | 'subscription' | 'code'> = {
  name: 'letters',
  version: 3,
  columns: {
    issue: (row) => row.issue ?? null,
    status: (row) => row.status,
    subscription: (row) => row.subscription,
    /** What names it in the addresses that it comes back to. */
    code: (row) => letterCode(row.letter),
  },
  on: {
    'letter.intended': (rows, { data: { edition: _sealed, ...data }, recordedAt }) =>
      rows.put(data.letter, { ...data, status: 'intended', at: recordedAt }),
    'letter.handed-over': (rows, { data: { letter }, recordedAt }) =>
      rows.change(letter, { status: 'handed-over', at: recordedAt }),
    'letter.accepted': (rows, { data: { letter }, recordedAt }) =>
      rows.change(letter, { status: 'accepted', at: recordedAt }),
    'letter.refused': (rows, { data: { letter, permanent }, recordedAt }) =>
      rows.change(letter, { status: permanent ? 'refused' : 'deferred', at: recordedAt }),
    'letter.unknown': (rows, { data: { letter }, recordedAt }) =>
      rows.change(letter, { status: 'unknown', at: recordedAt }),
    'letter.bounced': (rows, { data: { letter, status, permanent }, recordedAt }) =>
      rows.change(letter, { bounced: { status, permanent, at: recordedAt } }),
    'letter.complained': (rows, { data: { letter }, recordedAt }) => rows.change(letter, { complainedAt: recordedAt }),
  },
};
