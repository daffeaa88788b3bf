import { Inject, Injectable } from '@nestjs/common';
import { EventStore } from '@relais/event-store';
import { DomainTurns, Keys } from '@relais/transport';
import type { SubscriptionId } from '@relais/vocabulary';
import { LetterKinds } from '../kinds/letter-kinds.js';
import { LedgerKeeper } from '../ledger/ledger-keeper.js';
import type { OpenLetter, Subscriber } from '../ledger/ledger.js';

/** Where letters to an address go; empty for none. */
export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase();

/** Who a letter goes to, and whether it may now: whether they still want it, and whether their provider takes one more. */
@Injectable()
export class Receivers {
  /** Learnt from each answer. */
  readonly turns = new DomainTurns();
  readonly #writable = new Set<string>();

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(Keys) private readonly keys: Keys,
    @Inject(LedgerKeeper) private readonly keeper: LedgerKeeper,
    @Inject(LetterKinds) private readonly kinds: LetterKinds,
  ) {}

  /** Undefined where nobody is known to whom it could go, or who could write it. */
  of(open: OpenLetter): Subscriber | undefined {
    if (!this.#isWritten(open)) return undefined;
    const known = this.keeper.ledger.subscribers.get(open.subscription);
    if (known || this.#addressBy(open) === undefined) return known;
    const nobody = { person: '' as Subscriber['person'], address: '' as Subscriber['address'] };
    const { subscription, list } = open;
    return {
      ...{ subscription, list, ...nobody, language: 'fr', status: 'confirmed' },
      ...{ requests: 0, version: 0 },
    };
  }

  /** In clear; undefined where they were forgotten. */
  async addressOf(open: OpenLetter, { person, address }: Subscriber): Promise<string | undefined> {
    return this.#addressBy(open) ?? (await this.keys.open(person, address));
  }

  /** Where the letters of a receiver go; an empty text where they were forgotten. */
  async domainOf(open: OpenLetter, subscriber: Subscriber): Promise<string> {
    const address = (await this.addressOf(open, subscriber)) ?? '';
    return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  }

  /** A newer version may have intended what this one cannot write: that waits for it. */
  #isWritten({ purpose }: OpenLetter): boolean {
    if (this.#writable.has(purpose)) return true;
    try {
      this.kinds.of(purpose);
      this.#writable.add(purpose);
      return true;
    } catch {
      return false;
    }
  }

  /** Where the kind of letter says that it goes. */
  #addressBy(open: OpenLetter): string | undefined {
    return this.kinds.of(open.purpose).addressOf(open);
  }

  /**
   * Who left a moment ago gets no letter: not what was folded before is asked, but what their stream holds since. It costs next to
   * nothing where there is nothing.
   */
  async hasLeft({ subscription, status, version }: Subscriber): Promise<boolean> {
    if (status === 'ended') return true;
    for await (const { type } of this.store.read(streamOf(subscription), version))
      if (type === 'subscription.ended') return true;
    return false;
  }
}

const streamOf = (subscription: SubscriptionId): string => `subscription-${subscription}`;
