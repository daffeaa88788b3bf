import { Inject, Injectable } from '@nestjs/common';
import { EventStore } from '@relais/event-store';
import { Erasing } from '../erasing/erasing.js';
import { Lifetime } from '../wiring/lifetime.js';
import { Confirmations } from './confirmations.js';
import { Deliveries } from './deliveries.js';
import { LedgerKeeper } from './ledger-keeper.js';
import { LetterSender } from './letter-sender.js';
import { Retries } from './retries.js';

/**
 * Sends what the log says is to be sent, and records what came of it: confirmations to who asked, issues to who confirmed.
 * All it knows is folded from the log, so that after a crash it goes on where it stood.
 */
@Injectable()
export class Courier {
  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(LedgerKeeper) private readonly keeper: LedgerKeeper,
    @Inject(LetterSender) private readonly sender: LetterSender,
    @Inject(Confirmations) private readonly confirmations: Confirmations,
    @Inject(Deliveries) private readonly deliveries: Deliveries,
    @Inject(Retries) private readonly retries: Retries,
    @Inject(Erasing) private readonly erasing: Erasing,
    @Inject(Lifetime) private readonly lifetime: Lifetime,
  ) {}

  /** Settles what a crash left open and sets the alarms; then sends in the background whatever is due, as the log grows. */
  async start(): Promise<void> {
    await this.settle();
    await this.retries.start();
    await this.retries.arm();
    this.#follow('the confirmations', 'subscription.requested', () => this.confirmations.answer());
    this.#follow('the issues', 'digest.composed', () => this.deliveries.resume());
  }

  /**
   * Every letter whose end may have left when the process ended: it is found and accepted, it never left and is intended as
   * before, or nobody can tell, and then it is never sent again. Whoever was erased stays so, whatever came back from a backup.
   * Sends nothing: what is intended goes out as it always does.
   */
  async settle(): Promise<void> {
    await this.erasing.uphold();
    await this.keeper.fold();
    for (const { letter, status } of [...this.keeper.ledger.openLetters.values()])
      if (status === 'handed-over') await this.sender.reconcile(letter);
    await this.keeper.fold();
  }

  #follow(what: string, type: string, send: () => Promise<void>): void {
    const { position } = this.keeper.ledger;
    this.lifetime.run(what, async (signal) => {
      await send();
      await this.retries.arm();
      for await (const _page of this.store.subscribe(position, signal, { types: [type] })) {
        await send();
        await this.retries.arm();
      }
    });
  }
}
