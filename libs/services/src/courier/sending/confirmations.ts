import { Inject, Injectable } from '@nestjs/common';
import { letter as letterDecider } from '@relais/digest';
import { EventStore, handle } from '@relais/event-store';
import type { SubscriptionId } from '@relais/vocabulary';
import { OneAtATime } from '../../wiring/one-at-a-time.js';
import { LedgerKeeper } from '../ledger/ledger-keeper.js';
import type { OpenLetter } from '../ledger/ledger.js';
import { LetterSender } from './letter-sender.js';

/** How many wishes are answered before it is looked whether there are others. */
const atOnce = 8;

/** Answers wishes with a confirmation letter each, without waiting for the letters of an issue. */
@Injectable()
export class Confirmations {
  readonly #turns = new OneAtATime();

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(LedgerKeeper) private readonly keeper: LedgerKeeper,
    @Inject(LetterSender) private readonly sender: LetterSender,
  ) {}

  /** Writes to everybody who asked and was not answered yet; goes on with what a crash left between two steps. */
  answer(): Promise<void> {
    return this.#turns.take(async () => {
      await this.keeper.fold();
      await Promise.all([...this.keeper.ledger.unanswered].map((id) => this.#intend(id)));
      await this.keeper.fold();
      const letters = [...this.keeper.ledger.openLetters.values()].filter(
        ({ purpose, status }) => purpose === 'confirmation' && status === 'intended',
      );
      for (let at = 0; at < letters.length; at += atOnce)
        await Promise.all(letters.slice(at, at + atOnce).map((open) => this.#send(open)));
      await this.keeper.fold();
    });
  }

  async #intend(id: SubscriptionId): Promise<void> {
    const subscriber = this.keeper.ledger.subscribers.get(id);
    if (subscriber === undefined) return;
    const { subscription, list, requests } = subscriber;
    // Each wish has one letter, whose id is made from it: answered twice, it is found in the log.
    const letter = this.sender.idOf(`confirmation ${id} ${requests}`);
    const intended = { letter, subscription, list, purpose: 'confirmation' } as const;
    await handle(this.store, `letter-${letter}`, letterDecider, { type: 'intend', intended });
  }

  async #send(open: OpenLetter): Promise<void> {
    const subscriber = this.keeper.ledger.subscribers.get(open.subscription);
    if (subscriber) await this.sender.send({ open, subscriber });
  }
}
