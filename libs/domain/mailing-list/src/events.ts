import type { Event } from '@relais/event-sourcing';
import type { AssemblyId, Language, ListId, Lookup, PersonId, Sealed, SubscriptionId } from '@relais/vocabulary';

/** What a person agreed to: which wording, its SHA-256 (hex), on which form. */
export type Consent = Readonly<{ wording: string; hash: string; form: string }>;

/** Why a subscription ended; `erased` when its person was: their lookup stays, so that no import brings them back. */
export type Ending = 'left' | 'one-click' | 'undeliverable' | 'erased';

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
  | Event<'subscription.changed', { subscription: SubscriptionId; list: ListId; language: Language }>
  | Event<'subscription.ended', { subscription: SubscriptionId; list: ListId; reason: Ending }>;

/** Every type once: leave one out and this stops compiling. */
export const mailingListEventTypes: Record<MailingListEvent['type'], true> = {
  'list.opened': true,
  'subscription.requested': true,
  'subscription.confirmed': true,
  'subscription.changed': true,
  'subscription.ended': true,
};
