import type { Purpose } from '@relais/digest';
import type { Ending } from '@relais/mailing-list';
import type { Instant, IssueId, LocalDate } from '@relais/vocabulary';

/** One subscription of an address, as the log tells it. */
export type ExplainedSubscription = Readonly<{
  /** The list's name. */
  list: string;
  asked?: Readonly<{ at: Instant; form: string; wording: string }>;
  /** Another list had them, since then where it says so. */
  imported?: Readonly<{ at: Instant; since: LocalDate | null }>;
  confirmedAt?: Instant;
  /** When they last chose what they want. */
  choseAt?: Instant;
  ended?: Readonly<{ at: Instant; reason: Ending }>;
}>;

/** Where a letter is, or how it ended; `kept`: it never left, for the reason that `said` names. */
export type Fate =
  | 'waits-for-approval'
  | 'intended'
  | 'handed-over'
  | 'accepted'
  | 'deferred'
  | 'refused'
  | 'kept'
  | 'unknown'
  | 'bounced'
  | 'complained';

export type ExplainedLetter = Readonly<{
  purpose: Purpose;
  issues: readonly IssueId[];
  intendedAt: Instant;
  handedOverAt?: Instant;
  fate: Fate;
  at: Instant;
  /** What the provider answered, or why it never left. */
  said?: string;
}>;

/** Why a letter came, or did not, or when the next one does. */
export type Reason =
  | Readonly<{ type: 'unknown-address' }>
  | Readonly<{ type: 'not-confirmed'; since: Instant }>
  | Readonly<{ type: 'ended'; at: Instant; reason: Ending }>
  | Readonly<{ type: 'paused'; until: LocalDate }>
  | Readonly<{ type: 'has-letter'; issue: IssueId }>
  | Readonly<{
      type: 'no-such-issue' | 'waits-for-approval' | 'came-before-you' | 'other-city' | 'other-rhythm' | 'not-yet';
      issue: IssueId;
    }>
  | Readonly<{ type: 'rejected'; issue: IssueId; note: string }>
  | Readonly<{ type: 'nothing'; issue: IssueId; why: 'nothing-happened' | 'other-kinds' | 'other-themes' }>
  | Readonly<{ type: 'due'; at: Instant }>;

export type Explanation = Readonly<{
  subscriptions: readonly ExplainedSubscription[];
  /** The newest first. */
  letters: readonly ExplainedLetter[];
  reasons: readonly Reason[];
}>;
