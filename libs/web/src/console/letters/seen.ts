import type { IssueDifference } from '@relais/digests';
import type { AdminId, Instant, IssueId, ListId, LocalDate } from '@relais/vocabulary';

/** A file of subscribers that was brought into a list. */
export type ImportSeen = Readonly<{
  id: string;
  at: Instant;
  status: 'running' | 'completed' | 'undone';
  /** Lines: brought in, there already, of those who had left, and unreadable. */
  lines?: Readonly<{ imported: number; known: number; left: number; refused: number }>;
}>;

/** A list of ours, by how many subscriptions it has. */
export type ListSeen = Readonly<{
  list: ListId;
  name: string;
  city: string;
  approval: boolean;
  subscribers: Readonly<Record<'requested' | 'confirmed' | 'ended', number>>;
  imports: readonly ImportSeen[];
}>;

/** What became of an issue's letters, in numbers. */
export type OutcomesSeen = Readonly<{
  accepted: number;
  /** Not handed over yet, and to be tried again. */
  waiting: number;
  deferred: number;
  /** Handed over a moment ago. */
  underWay: number;
  refused: number;
  /** By what their providers answered, the most frequent first. */
  refusals: readonly Readonly<{ code: string; letters: number }>[];
  unknown: number;
  unknownSince?: Instant;
  bounced: number;
  complained: number;
}>;

export type IssueState = 'waiting' | 'sending' | 'rejected' | 'complete';

/** An issue in the list of them. */
export type IssueLine = Readonly<{
  issue: IssueId;
  name: string;
  date: LocalDate;
  composedAt: Instant;
  state: IssueState;
  outcomes: OutcomesSeen;
  /** Languages that it could not be rendered in, and why. */
  failed: readonly (readonly [language: string, detail: string])[];
}>;

/** One issue, as it will go or went. */
export type IssueSeen = IssueLine &
  Readonly<{
    /** With links that lead nowhere; absent where it cannot be rendered. */
    letter?: Readonly<{ subject: string; html: string; text: string }>;
    previous?: IssueId;
    difference: IssueDifference;
    /** How many letters of it are on record, by how they are wanted; one without `language` is of all others. */
    copies: readonly Readonly<{ language?: string; length?: 'short' | 'full'; format?: string; letters: number }>[];
    ruled?: Readonly<{ by: AdminId; at: Instant; note?: string }>;
  }>;

/** What somebody decided about an issue a moment ago, or could not. */
export type RulingOutcome = 'approved' | 'rejected' | 'not-waiting' | 'note-missing' | 'note-too-long';

/** How the last copy to an external list came back to the subscriber of ours on it. */
export type CanarySeen =
  | Readonly<{ verdict: 'off' | 'no-copy' }>
  | Readonly<{ verdict: 'waiting'; since: Instant }>
  | Readonly<{ verdict: 'missed'; minutes: number }>
  | Readonly<{
      verdict: 'arrived';
      delay: number;
      dkim: 'pass' | 'fail' | 'none';
      aligned: boolean;
      listId: string | null;
      subject: string;
    }>;

/** What the owner of an external list is to be asked for, or we are to do. */
export type Advice = 'held' | 'munging' | 'slow' | 'authserv';

export type ExternalListSeen = Readonly<{
  list: ListId;
  name: string;
  /** The address of ours that is to be subscribed there. */
  subscribe?: string;
  /** The last copy, and what became of it. */
  copy?: Readonly<{ issue?: IssueId; at: Instant; status: string }>;
  canary: CanarySeen;
  advice: readonly Advice[];
}>;

export type LettersSeen = Readonly<{
  lists: readonly ListSeen[];
  issues: readonly IssueLine[];
  external: readonly ExternalListSeen[];
  /** Letters that were to leave and have not, of whatever kind, and since when the oldest waits. */
  held?: Readonly<{ letters: number; since: Instant }>;
}>;
