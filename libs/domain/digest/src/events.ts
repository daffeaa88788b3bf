import type { Event } from '@relais/event-sourcing';
import type { AssemblyId, Instant, IssueId, LetterId, ListId, SubscriptionId } from '@relais/vocabulary';
import type { IssueContent } from './issue-content.js';

export type DigestEvent =
  | Event<
      'digest.composed',
      {
        issue: IssueId;
        list: ListId;
        assembly: AssemblyId;
        /** The day it is dated, where the assembly is. */
        date: string;
        period: { since: Instant | null; until: Instant };
        /** The position of the log that it was made from, as a decimal. */
        position: string;
        template: number;
        content: IssueContent;
        /** SHA-256 (hex) of the content and the template. */
        hash: string;
      }
    >
  | Event<'digest.completed', { issue: IssueId; letters: number }>;

/** The ledger: one stream per letter, so that each is handed over once whatever happens in between. */
export type LetterEvent =
  | Event<
      'letter.intended',
      {
        letter: LetterId;
        subscription: SubscriptionId;
        list: ListId;
        purpose: 'confirmation' | 'digest';
        issue?: IssueId;
      }
    >
  /** Recorded when all but its end is with whoever takes it: a letter found in this state after a crash may or may not have left. */
  | Event<'letter.handed-over', { letter: LetterId; attempt: number }>
  | Event<'letter.accepted', { letter: LetterId; response: string }>
  | Event<'letter.refused', { letter: LetterId; code: string; permanent: boolean }>
  | Event<'letter.unknown', { letter: LetterId; detail: string }>;

/** Every type once: leave one out and this stops compiling. */
export const digestEventTypes: Record<(DigestEvent | LetterEvent)['type'], true> = {
  'digest.composed': true,
  'digest.completed': true,
  'letter.intended': true,
  'letter.handed-over': true,
  'letter.accepted': true,
  'letter.refused': true,
  'letter.unknown': true,
};
