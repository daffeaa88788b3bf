import { Inject, Injectable } from '@nestjs/common';
import { digest as digestDecider } from '@relais/digest';
import { EventStore, handle } from '@relais/event-store';
import { OneAtATime } from '../wiring/one-at-a-time.js';
import type { OpenIssue } from './ledger.js';
import { LedgerKeeper } from './ledger-keeper.js';
import { LetterSender, type Sent } from './letter-sender.js';

/** How many letters are handed over at the same time. */
const hands = 4;

/** Hands over the letters of issues, and completes an issue when each of its letters came to an end. */
@Injectable()
export class Deliveries {
  readonly #turns = new OneAtATime();

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(LedgerKeeper) private readonly keeper: LedgerKeeper,
    @Inject(LetterSender) private readonly sender: LetterSender,
  ) {}

  /** One errand about issues after another: composing one is an errand too. */
  inTurn<Result>(errand: () => Promise<Result>): Promise<Result> {
    return this.#turns.take(errand);
  }

  /** Goes on with every issue that is not complete. */
  resume(): Promise<void> {
    return this.inTurn(async () => {
      await this.keeper.fold();
      for (const issue of [...this.keeper.ledger.openIssues.values()]) await this.deliver(issue);
    });
  }

  /** Hands over what has not left yet and resolves to how many letters were taken. To be called {@link inTurn}. */
  async deliver(issue: OpenIssue): Promise<number> {
    const { ledger } = this.keeper;
    const { issue: id } = issue.composed;
    const begun = [...ledger.openLetters.values()].flatMap(({ letter, issue: of, status, subscription }) => {
      const subscriber = of === id && status === 'intended' ? ledger.subscribers.get(subscription) : undefined;
      return subscriber ? [() => this.sender.send({ letter, subscriber, issue })] : [];
    });
    const waiting = ledger
      .waitingFor(issue)
      .map((subscriber) => () => this.sender.write(`digest ${id} ${subscriber.subscription}`, { subscriber, issue }));
    const taken = await this.#byHands([...begun, ...waiting]);
    await this.keeper.fold();
    await this.#completeIfDone(issue);
    return taken;
  }

  async #byHands(letters: (() => Promise<Sent>)[]): Promise<number> {
    let taken = 0;
    const hand = async (): Promise<void> => {
      for (let next = letters.shift(); next; next = letters.shift()) if ((await next()) === 'accepted') taken++;
    };
    await Promise.all(Array.from({ length: hands }, hand));
    return taken;
  }

  async #completeIfDone({ composed: { issue }, written }: OpenIssue): Promise<void> {
    const { ledger } = this.keeper;
    if (!ledger.openIssues.has(issue) || [...ledger.openLetters.values()].some((letter) => letter.issue === issue))
      return;
    await handle(this.store, `digest-${issue}`, digestDecider, { type: 'complete', issue, letters: written.size });
    await this.keeper.fold();
  }
}
