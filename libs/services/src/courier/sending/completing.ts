import { Inject, Injectable } from '@nestjs/common';
import { digest as digestDecider } from '@relais/digest';
import { EventStore, handle } from '@relais/event-store';
import { LedgerKeeper } from '../ledger/ledger-keeper.js';
import { issuesOf } from '../ledger/ledger.js';
import { LetterSender } from './letter-sender.js';

/** When an issue is complete, and what never leaves. What a courier does that has the role, and no other. */
@Injectable()
export class Completing {
  /** False in a courier that only hands over what another one planned. */
  isMine = true;

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(LedgerKeeper) private readonly keeper: LedgerKeeper,
    @Inject(LetterSender) private readonly sender: LetterSender,
  ) {}

  /** What somebody rejected never leaves. Who has a letter of an issue is planned elsewhere, and stands in the log. */
  async giveUpWhatIsRejected(): Promise<void> {
    if (!this.isMine) return;
    await this.keeper.fold();
    await this.#giveUpRejected();
  }

  async complete(): Promise<void> {
    if (!this.isMine) return;
    await this.keeper.fold();
    const { ledger } = this.keeper;
    for (const issue of [...ledger.openIssues.values()]) {
      const { composed, open, written, waits, completed } = issue;
      if (completed || waits || open > 0) continue;
      const complete = { type: 'complete', issue: composed.issue, letters: written.size } as const;
      await handle(this.store, `digest-${composed.issue}`, digestDecider, complete);
    }
    await this.keeper.fold();
  }

  /** A rejected issue never leaves. */
  async #giveUpRejected(): Promise<void> {
    const { openLetters, rejectedIssues } = this.keeper.ledger;
    if (rejectedIssues.size === 0) return;
    for (const open of [...openLetters.values()]) {
      const issues = issuesOf(open);
      const isWaiting = open.status === 'intended' || open.status === 'deferred';
      if (isWaiting && issues.length > 0 && issues.every((issue) => rejectedIssues.has(issue)))
        await this.sender.giveUp(open.letter, 'rejected');
    }
  }
}
