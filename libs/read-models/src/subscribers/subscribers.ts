import type { Instant, Language, ListId, Lookup, PersonId, Sealed, SubscriptionId } from '@relais/vocabulary';
import type { Projection } from '../projection.js';

/** A person's wish to receive a list; the address stays sealed. Its key is the subscription's id. */
export type SubscriberRow = Readonly<{
  subscription: SubscriptionId;
  list: ListId;
  person: PersonId;
  address: Sealed;
  lookup: Lookup;
  language: Language;
  status: 'requested' | 'confirmed' | 'ended';
  requestedAt: Instant;
  confirmedAt?: Instant;
  endedAt?: Instant;
}>;

export const subscribers: Projection<SubscriberRow, 'list' | 'lookup' | 'status'> = {
  name: 'subscribers',
  version: 1,
  columns: { list: (row) => row.list, lookup: (row) => row.lookup, status: (row) => row.status },
  on: {},
};
