import { Inject, Injectable } from '@nestjs/common';
import { EventStore } from '@relais/event-store';
import { Erasing } from '../erasing/erasing.js';
import { Lifetime } from '../wiring/lifetime.js';
import { AskingAgain } from './sending/asking-again.js';
import { Confirmations } from './sending/confirmations.js';
import { Deliveries } from './sending/deliveries.js';
import { LedgerKeeper } from './ledger/ledger-keeper.js';
import { Lookout } from './sending/lookout.js';
import { Retries } from './sending/retries.js';

/** What there may be to hand over after it. */
const newLetters = ['digest.composed', 'digest.approved', 'digest.rejected', 'letter.intended'];

/**
 * Sends what the log says is to be sent, and records what came of it: confirmations to who asked, issues to who confirmed.
 * All it knows is folded from the log, so that after a crash it goes on where it stood.
 */
@Injectable()
export class Courier {
  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(LedgerKeeper) private readonly keeper: LedgerKeeper,
    @Inject(AskingAgain) private readonly asking: AskingAgain,
    @Inject(Confirmations) private readonly confirmations: Confirmations,
    @Inject(Deliveries) private readonly deliveries: Deliveries,
    @Inject(Retries) private readonly retries: Retries,
    @Inject(Lookout) private readonly lookout: Lookout,
    @Inject(Erasing) private readonly erasing: Erasing,
    @Inject(Lifetime) private readonly lifetime: Lifetime,
  ) {}

  /** Settles what a crash left open and sets the alarms; then sends in the background whatever is due, as the log grows. */
  async start(): Promise<void> {
    await this.settle();
    await this.retries.start();
    await this.retries.arm();
    await this.asking.start((found) => this.#onAnswers(found));
    this.#follow('the confirmations', ['subscription.requested'], () => this.confirmations.answer());
    this.#follow('the letters', newLetters, () => this.deliveries.resume());
    this.lifetime.run('the lookout for other couriers', (signal) => this.lookout.keep(signal));
  }

  /**
   * Every letter whose end may have left when the process ended: it is found and accepted, it never left and is intended as
   * before, or nobody can tell, and then it is asked again later. Whoever was erased stays so, whatever came back from a backup.
   * Sends nothing: what is intended goes out as it always does.
   */
  async settle(): Promise<void> {
    await this.erasing.uphold();
    await this.asking.settle();
  }

  #follow(what: string, types: readonly string[], send: () => Promise<void>): void {
    const { position } = this.keeper.ledger;
    this.lifetime.run(what, async (signal) => {
      await send();
      await this.#arm();
      for await (const _page of this.store.subscribe(position, signal, { types })) {
        await send();
        await this.#arm();
      }
    });
  }

  async #arm(): Promise<void> {
    await this.retries.arm();
    await this.asking.arm();
  }

  async #onAnswers(found: number): Promise<void> {
    await this.#arm();
    if (found > 0) await Promise.all([this.deliveries.resume(), this.confirmations.answer()]);
  }
}
