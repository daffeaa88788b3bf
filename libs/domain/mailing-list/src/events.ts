import type { Event } from '@relais/event-sourcing';
import type {
  AdminId,
  AssemblyId,
  ImportId,
  Instant,
  Language,
  ListId,
  LocalDate,
  Lookup,
  PersonId,
  Sealed,
  SubscriptionId,
} from '@relais/vocabulary';

/** What a person agreed to: which wording, its SHA-256 (hex), on which form. */
export type Consent = Readonly<{ wording: string; hash: string; form: string }>;

/**
 * Why a subscription ended; `erased` when its person was: their lookup stays, so that no import brings them back. `mail`: a letter
 * to the address of List-Unsubscribe; `complaint`: their provider reported one of ours (ARF); `unanswered`: they were asked
 * whether they still want it; `import-undone`: the import that brought them was.
 */
export type Ending =
  'left' | 'one-click' | 'mail' | 'undeliverable' | 'complaint' | 'unanswered' | 'import-undone' | 'erased';

type Of<More = unknown> = Readonly<{ subscription: SubscriptionId; list: ListId }> & More;

export type MailingListEvent =
  | Event<'list.opened', { list: ListId; assembly: AssemblyId; name: string; kind: 'info' }>
  | Event<
      'subscription.requested',
      {
        subscription: SubscriptionId;
        list: ListId;
        person: PersonId;
        address: Sealed;
        lookup: Lookup;
        consent: Consent;
        language: Language;
      }
    >
  | Event<'subscription.confirmed', { subscription: SubscriptionId; list: ListId }>
  /** Before there were preferences; still folded, no longer recorded. */
  | Event<'subscription.changed', { subscription: SubscriptionId; list: ListId; language: Language }>
  /** What the person wants of their letters: `Preferences` as JSON, sealed, since themes may tell what somebody thinks. */
  | Event<'subscription.preferred', Of<{ preferences: Sealed }>>
  /** Somebody of another list who was brought here; `since` is when that list had them, where it says so. */
  | Event<
      'subscription.imported',
      Of<{
        import: ImportId;
        person: PersonId;
        address: Sealed;
        lookup: Lookup;
        language: Language;
        since: LocalDate | null;
      }>
    >
  /** Asked whether they (still) want it; without an answer until then, it ends. */
  | Event<'subscription.asked-again', Of<{ reason: 'silence' | 'import'; until: Instant }>>
  /** Heard of them: an answer to a letter, a click on a link that only they have, a choice. */
  | Event<'subscription.renewed', Of<{ by: 'confirmation' | 'choice' | 'answer' | 'click' }>>
  | Event<'subscription.ended', { subscription: SubscriptionId; list: ListId; reason: Ending }>
  /** A file of subscribers that is brought in, whole or not at all; `hash` is the file's SHA-256 (hex). */
  | Event<
      'import.begun',
      { import: ImportId; list: ListId; format: ImportFormat; hash: string; by: AdminId | null; asks: Instant | null }
    >
  | Event<
      'import.completed',
      { import: ImportId; list: ListId; imported: number; known: number; left: number; refused: number }
    >
  | Event<'import.undone', { import: ImportId; list: ListId; by: AdminId | null; ended: number }>;

export type ImportFormat = 'csv' | 'sympa' | 'mailman';

/** Every type once: leave one out and this stops compiling. */
export const mailingListEventTypes: Record<MailingListEvent['type'], true> = {
  'list.opened': true,
  'subscription.requested': true,
  'subscription.confirmed': true,
  'subscription.changed': true,
  'subscription.preferred': true,
  'subscription.imported': true,
  'subscription.asked-again': true,
  'subscription.renewed': true,
  'subscription.ended': true,
  'import.begun': true,
  'import.completed': true,
  'import.undone': true,
};
