import type { HubEvent } from '@relais/catalogue';
import type { EventOf } from '@relais/event-sourcing';
import type { ImportId, Instant, Language, ListId, Lookup, PersonId, Sealed, SubscriptionId } from '@relais/vocabulary';
import type { Projection, Rows } from '../projection.js';

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
  /** When they asked for it, or were brought in. */
  requestedAt: Instant;
  confirmedAt?: Instant;
  /** When they were last heard of: they asked, confirmed, chose, answered or clicked. Of whoever was imported, when that list had them. */
  heardAt: Instant;
  /** Their `Preferences`, sealed; absent while they chose nothing. */
  preferences?: Sealed;
  /** Which import brought them. */
  import?: ImportId;
  /** They were asked whether they still want it, at `askedAt`; without an answer it ends at `askedUntil`. */
  askedAt?: Instant;
  askedUntil?: Instant;
  endedAt?: Instant;
  /** Who left, complained or wanted to be forgotten is written to by nobody but when they ask again themselves. */
  endedReason?: EventOf<HubEvent, 'subscription.ended'>['data']['reason'];
  /** Whoever has this lookup wanted to be forgotten: they may ask again themselves, and are never added by anybody else. */
  erased?: true;
}>;

type Column = 'list' | 'lookup' | 'status' | 'person' | 'import' | 'heardAt' | 'askedUntil';

export const subscribers: Projection<SubscriberRow, Column> = {
  name: 'subscribers',
  version: 5,
  columns: {
    list: (row) => row.list,
    lookup: (row) => row.lookup,
    status: (row) => row.status,
    person: (row) => row.person,
    import: (row) => row.import ?? null,
    heardAt: (row) => row.heardAt,
    askedUntil: (row) => row.askedUntil ?? null,
  },
  on: {
    'subscription.requested': (rows, { data, recordedAt }) => {
      const { subscription, list, person, address, lookup, language } = data;
      rows.put(subscription, {
        ...{ subscription, list, person, address, lookup, language },
        status: 'requested',
        requestedAt: recordedAt,
        heardAt: recordedAt,
      });
    },
    'subscription.imported': (rows, { data: { since, ...data }, recordedAt }) =>
      rows.put(data.subscription, {
        ...data,
        status: 'confirmed',
        requestedAt: recordedAt,
        confirmedAt: recordedAt,
        heardAt: since === null ? recordedAt : `${since}T00:00:00Z`,
      }),
    'subscription.confirmed': (rows, { data: { subscription }, recordedAt }) =>
      rows.change(subscription, { status: 'confirmed', confirmedAt: recordedAt, heardAt: recordedAt }),
    'subscription.changed': (rows, { data: { subscription, language }, recordedAt }) =>
      heard(rows, subscription, { language, heardAt: recordedAt }),
    'subscription.preferred': (rows, { data: { subscription, preferences }, recordedAt }) =>
      heard(rows, subscription, { preferences, heardAt: recordedAt }),
    'subscription.asked-again': (rows, { data: { subscription, until }, recordedAt }) =>
      rows.change(subscription, { askedAt: recordedAt, askedUntil: until }),
    'subscription.renewed': (rows, { data: { subscription }, recordedAt }) =>
      heard(rows, subscription, { heardAt: recordedAt }),
    'subscription.ended': (rows, { data: { subscription, reason }, recordedAt }) => {
      const row = rows.get(subscription);
      if (row === undefined) return;
      const ended = { ...row, status: 'ended', endedAt: recordedAt, endedReason: reason } as const;
      const { address: _gone, preferences: _unreadable, ...nameless } = ended;
      rows.put(subscription, reason === 'erased' ? { ...nameless, erased: true } : ended);
    },
  },
};

/** Whatever they say answers what they were asked. */
const heard = (
  rows: Rows<SubscriberRow>,
  subscription: SubscriptionId,
  change: Partial<SubscriberRow> & Pick<SubscriberRow, 'heardAt'>,
): void => {
  const row = rows.get(subscription);
  if (row === undefined) return;
  const { askedAt: _asked, askedUntil: _until, ...rest } = row;
  rows.put(subscription, { ...rest, ...change });
};
