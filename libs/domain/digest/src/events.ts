import type { Event } from '@relais/event-sourcing';
import type {
  AdminId,
  AssemblyId,
  GatheringId,
  Instant,
  IssueId,
  LetterId,
  ListId,
  Sealed,
  SubscriptionId,
} from '@relais/vocabulary';
import type { GatheringFact, IssueContent } from './issue-content.js';
import type { Cadence, MadeWith } from './issue.js';

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
        /** Whom it is for; absent before there was anything but a month's. */
        cadence?: Cadence;
        /** What else its letters depend on, byte for byte. */
        madeWith?: MadeWith;
        /** True where somebody has to approve it before it leaves. */
        needsApproval?: boolean;
      }
    >
  | Event<'digest.approved', { issue: IssueId; by: AdminId }>
  | Event<'digest.rejected', { issue: IssueId; by: AdminId; note: string }>
  /** An issue that cannot be rendered in a language: its letters wait, the others go. */
  | Event<'digest.failed', { issue: IssueId; language: string; detail: string }>
  | Event<'digest.completed', { issue: IssueId; letters: number }>
  /** What a letter said of a gathering is not true any more: `issue` is the correction, `of` are the issues that said it. */
  | Event<
      'correction.composed',
      {
        issue: IssueId;
        gathering: GatheringId;
        assembly: AssemblyId;
        position: string;
        of: readonly IssueId[];
        before: GatheringFact;
        after: GatheringFact;
        template: number;
        hash: string;
      }
    >;

/**
 * What a letter is: `confirmation` of a wish; `digest`: a copy of an issue; `correction` of one; `reminder`: do you still want
 * it; `copy`: to an external list; `canary`: to ourselves over one.
 */
export type Purpose = 'confirmation' | 'digest' | 'correction' | 'reminder' | 'copy' | 'canary';

/** The ledger: one stream per letter, so that each is handed over once whatever happens in between. */
export type LetterEvent =
  | Event<
      'letter.intended',
      {
        letter: LetterId;
        subscription: SubscriptionId;
        list: ListId;
        purpose: Purpose;
        /** Its issue, or the first of several: of the cities that one person wants to hear of. */
        issue?: IssueId;
        /** The other ones. */
        further?: readonly IssueId[];
        /** The `Preferences` that it was made to, sealed as they are: with them it can be made again as it was. */
        edition?: Sealed;
      }
    >
  /** Recorded when all but its end is with whoever takes it: a letter found in this state after a crash may or may not have left. */
  | Event<'letter.handed-over', { letter: LetterId; attempt: number }>
  | Event<'letter.accepted', { letter: LetterId; response: string }>
  | Event<'letter.refused', { letter: LetterId; code: string; permanent: boolean }>
  | Event<'letter.unknown', { letter: LetterId; detail: string }>
  /** It was taken and came back (RFC 3464); `status` as RFC 3463 writes it, such as `5.1.1`. */
  | Event<'letter.bounced', { letter: LetterId; status: string; permanent: boolean; notice: string }>
  /** Its receiver told their provider that it is unwanted (RFC 5965). */
  | Event<'letter.complained', { letter: LetterId; notice: string }>;

/** How a copy to an external list came back to the subscriber of ours that listens there; absent members could not be told. */
export type CanaryEvent =
  | Event<
      'canary.arrived',
      {
        list: ListId;
        letter: LetterId;
        /** After it was accepted, in seconds. */
        delay: number;
        dkim: 'pass' | 'fail' | 'none';
        aligned: boolean;
        listId: string | null;
        subject: string;
      }
    >
  | Event<'canary.missed', { list: ListId; letter: LetterId; waited: number }>;

/** Every type once: leave one out and this stops compiling. */
export const digestEventTypes: Record<(DigestEvent | LetterEvent | CanaryEvent)['type'], true> = {
  'digest.composed': true,
  'digest.approved': true,
  'digest.rejected': true,
  'digest.failed': true,
  'digest.completed': true,
  'correction.composed': true,
  'letter.intended': true,
  'letter.handed-over': true,
  'letter.accepted': true,
  'letter.refused': true,
  'letter.unknown': true,
  'letter.bounced': true,
  'letter.complained': true,
  'canary.arrived': true,
  'canary.missed': true,
};
