import { Inject, Injectable } from '@nestjs/common';
import { issuesOf, type OpenLetter } from '../ledger/ledger.js';
import { LedgerKeeper } from '../ledger/ledger-keeper.js';
import { LetterSender, type Due } from './letter-sender.js';
import { Picking } from './picking.js';
import { Receivers } from './receivers.js';
import { Shares } from './shares.js';

/** Which letters may be handed over now: intended, of no issue that waits for somebody, and our share of a send. */
@Injectable()
export class LettersToGo {
  constructor(
    @Inject(LedgerKeeper) private readonly keeper: LedgerKeeper,
    @Inject(LetterSender) private readonly sender: LetterSender,
    @Inject(Receivers) private readonly receivers: Receivers,
    @Inject(Shares) private readonly shares: Shares,
  ) {}

  /** All of them as the log stands now, to be picked by hands; undefined where there is none. */
  async now(): Promise<Picking | undefined> {
    await this.keeper.fold();
    const letters = this.shares.of([...this.keeper.ledger.openLetters.values()].filter((open) => this.#mayGo(open)));
    return letters.length === 0 ? undefined : new Picking(this.#due(letters), this.receivers);
  }

  *#due(letters: readonly OpenLetter[]): Generator<Due> {
    for (const open of letters) {
      const subscriber = this.receivers.of(open);
      if (subscriber) yield { open, subscriber };
    }
  }

  #mayGo(open: OpenLetter): boolean {
    const { openIssues } = this.keeper.ledger;
    return (
      open.status === 'intended' &&
      open.purpose !== 'confirmation' &&
      !this.sender.has(open.letter) &&
      !issuesOf(open).some((issue) => openIssues.get(issue)?.waits)
    );
  }
}
