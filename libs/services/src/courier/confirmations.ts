import { Inject, Injectable } from '@nestjs/common';
import { OneAtATime } from '../wiring/one-at-a-time.js';
import { LedgerKeeper } from './ledger-keeper.js';
import { LetterSender } from './letter-sender.js';

/** Answers wishes with a confirmation letter each, without waiting for the letters of an issue. */
@Injectable()
export class Confirmations {
  readonly #turns = new OneAtATime();

  constructor(
    @Inject(LedgerKeeper) private readonly keeper: LedgerKeeper,
    @Inject(LetterSender) private readonly sender: LetterSender,
  ) {}

  /** Writes to everybody who asked and was not answered yet; goes on with what a crash left between two steps. */
  answer(): Promise<void> {
    return this.#turns.take(async () => {
      await this.keeper.fold();
      const { ledger } = this.keeper;
      for (const { letter, purpose, status, subscription } of [...ledger.openLetters.values()]) {
        const subscriber = ledger.subscribers.get(subscription);
        if (purpose === 'confirmation' && status === 'intended' && subscriber)
          await this.sender.send({ letter, subscriber });
      }
      for (const id of [...ledger.unanswered]) {
        const subscriber = ledger.subscribers.get(id);
        // Each wish has one letter, whose id is made from it: answered twice, it is found in the log.
        if (subscriber) await this.sender.write(`confirmation ${id} ${subscriber.requests}`, { subscriber });
      }
      await this.keeper.fold();
    });
  }
}
