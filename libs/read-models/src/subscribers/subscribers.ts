import type { Instant, Language, ListId, Lookup, PersonId, Sealed, SubscriptionId } from '@relais/vocabulary';
import type { Projection } from '../projection.js';

/** A person's wish to receive a list; the address stays sealed. Its key is the subscription's id. */
export type SubscriberRow = Readonly<{
  subscription: SubscriptionId;
  list: ListId;
  person: PersonId;
  /** Absent once the person was erased. */
  address?: Sealed;
  lookup: Lookup;
  language: Language;
  status: 'requested' | 'confirmed' | 'ended';
  requestedAt: Instant;
  confirmedAt?: Instant;
  endedAt?: Instant;
  /** Whoever has this lookup wanted to be forgotten: they may ask again themselves, and are never added by anybody else. */
  erased?: true;
}>;

export const subscribers: Projection<SubscriberRow, 'list' | 'lookup' | 'status'> = {
  name: 'subscribers',
  version: 2,
  columns: { list: (row) => row.list, lookup: (row) => row.lookup, status: (row) => row.status },
  on: {
    'subscription.requested': (rows, { data, recordedAt }) => {
      const { subscription, list, person, address, lookup, language } = data;
      rows.put(subscription, {
        ...{ subscription, list, person, address, lookup, language },
        status: 'requested',
        requestedAt: recordedAt,
      });
    },
    'subscription.confirmed': (rows, { data: { subscription }, recordedAt }) =>
      rows.change(subscription, { status: 'confirmed', confirmedAt: recordedAt }),
    'subscription.changed': (rows, { data: { subscription, language } }) => rows.change(subscription, { language }),
    'subscription.ended': (rows, { data: { subscription, reason }, recordedAt }) => {
      const row = rows.get(subscription);
      if (row === undefined) return;
      const ended = { ...row, status: 'ended', endedAt: recordedAt } as const;
      const { address: _gone, ...nameless } = ended;
      rows.put(subscription, reason === 'erased' ? { ...nameless, erased: true } : ended);
    },
  },
};
