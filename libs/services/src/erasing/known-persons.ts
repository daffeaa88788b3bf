import type { HubEvent } from '@relais/catalogue';
import { knownEvent } from '@relais/catalogue';
import type { EventOf, Recorded } from '@relais/event-sourcing';
import type { EventStore } from '@relais/event-store';
import type { LetterId, Lookup, PersonId, Sealed, SubscriptionId } from '@relais/vocabulary';

/** All that the log says of somebody. */
export type KnownPerson = {
  readonly person: PersonId;
  /** Of the last wish; absent for somebody who is known for having been erased only. */
  address?: Sealed;
  readonly lookups: Set<Lookup>;
  readonly subscriptions: Set<SubscriptionId>;
  /** Those that have not ended. */
  readonly open: Set<SubscriptionId>;
  readonly letters: Set<LetterId>;
  /** Those that have not come to an end. */
  readonly openLetters: Set<LetterId>;
  /** The event that says so. */
  erased?: Readonly<{ position: bigint; id: string }>;
};

/** Who is meant: by random id, or by the keyed hash of an address. */
export type Whom = Readonly<{ person: PersonId } | { lookup: Lookup }>;

type Handlers = { readonly [T in HubEvent['type']]?: (event: Recorded<EventOf<HubEvent, T>>) => void };

/** Everybody whom the log knows, folded from it when somebody is to be forgotten. */
export class KnownPersons {
  readonly #persons = new Map<PersonId, KnownPerson>();
  readonly #ofSubscription = new Map<SubscriptionId, KnownPerson>();
  readonly #ofLetter = new Map<LetterId, KnownPerson>();
  #position = 0n;

  readonly #on: Handlers = {
    'subscription.requested': ({ data }) => this.#begins(data),
    'subscription.imported': ({ data }) => this.#begins(data),
    'subscription.ended': ({ data: { subscription } }) =>
      void this.#ofSubscription.get(subscription)?.open.delete(subscription),
    'letter.intended': ({ data: { letter, subscription } }) => {
      const known = this.#ofSubscription.get(subscription);
      known?.letters.add(letter);
      known?.openLetters.add(letter);
      if (known) this.#ofLetter.set(letter, known);
    },
    'letter.accepted': ({ data: { letter } }) => this.#ends(letter),
    'letter.unknown': ({ data: { letter } }) => this.#ends(letter),
    'letter.refused': ({ data: { letter, permanent } }) => (permanent ? this.#ends(letter) : undefined),
    'person.erased': ({ data: { person }, position, id }) => void (this.get(person).erased = { position, id }),
  };

  /** Those who share the address of whoever is meant: each wish for a list has a person of its own. */
  meant(whom: Whom): readonly KnownPerson[] {
    const named = 'person' in whom ? this.#persons.get(whom.person) : undefined;
    const lookups = 'lookup' in whom ? new Set([whom.lookup]) : (named?.lookups ?? new Set());
    return [...this.#persons.values()].filter((one) => one === named || !one.lookups.isDisjointFrom(lookups));
  }

  /** Somebody, whether or not the log knows them. */
  get(person: PersonId): KnownPerson {
    const known = this.#persons.get(person) ?? {
      person,
      ...{ lookups: new Set<Lookup>(), subscriptions: new Set<SubscriptionId>(), open: new Set<SubscriptionId>() },
      ...{ letters: new Set<LetterId>(), openLetters: new Set<LetterId>() },
    };
    this.#persons.set(person, known);
    return known;
  }

  /** Resolves when all that the log holds now is known. */
  async catchUp(store: EventStore): Promise<void> {
    for await (const page of store.readAll(this.#position, { types: Object.keys(this.#on) }))
      for (const event of page) {
        const handler = this.#on[knownEvent(event).type] as ((event: Recorded) => void) | undefined;
        handler?.(event);
        this.#position = event.position;
      }
  }

  #begins({
    subscription,
    person,
    address,
    lookup,
  }: EventOf<HubEvent, 'subscription.requested' | 'subscription.imported'>['data']): void {
    const known = this.get(person);
    known.address = address;
    known.lookups.add(lookup);
    if (!known.subscriptions.has(subscription)) known.open.add(subscription);
    known.subscriptions.add(subscription);
    this.#ofSubscription.set(subscription, known);
  }

  #ends(letter: LetterId): void {
    this.#ofLetter.get(letter)?.openLetters.delete(letter);
  }
}
