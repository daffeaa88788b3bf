import { setTimeout as after } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { EventStore } from '@relais/event-store';
import { Queue } from '@relais/transport';
import { Clock } from '@relais/vocabulary';
import { Erasing } from '../erasing/erasing.js';
import { alarmTime } from '../wiring/alarm-time.js';
import { Lifetime } from '../wiring/lifetime.js';
import { Confirmations } from './confirmations.js';
import { Deliveries } from './deliveries.js';
import { LedgerKeeper } from './ledger-keeper.js';
import { Retries } from './retries.js';
import { Seats } from './seats.js';
import { Unsettled } from './unsettled.js';

/** How often it is looked what other couriers did or left, in milliseconds; only while there is something to hand over. */
const lookout = 1_000;

/** How long after it became unknown what came of a letter it is asked again, and how often then, in minutes. */
const askings = [
  [10, 1],
  [90, 5],
  [3 * 1_440, 30],
] as const;

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
    @Inject(Unsettled) private readonly unsettled: Unsettled,
    @Inject(Confirmations) private readonly confirmations: Confirmations,
    @Inject(Deliveries) private readonly deliveries: Deliveries,
    @Inject(Retries) private readonly retries: Retries,
    @Inject(Seats) private readonly seats: Seats,
    @Inject(Erasing) private readonly erasing: Erasing,
    @Inject(Queue) private readonly queue: Queue,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Lifetime) private readonly lifetime: Lifetime,
  ) {}

  /** Settles what a crash left open and sets the alarms; then sends in the background whatever is due, as the log grows. */
  async start(): Promise<void> {
    await this.settle();
    await this.retries.start();
    await this.retries.arm();
    await this.queue.onRing('unsettled', () => this.#askAgain());
    await this.#armAsking();
    this.#follow('the confirmations', ['subscription.requested'], () => this.confirmations.answer());
    this.#follow('the letters', newLetters, () => this.deliveries.resume());
    this.lifetime.run('the lookout for other couriers', (signal) => this.#lookOut(signal));
  }

  /**
   * Every letter whose end may have left when the process ended: it is found and accepted, it never left and is intended as
   * before, or nobody can tell, and then it is asked again later. Whoever was erased stays so, whatever came back from a backup.
   * Sends nothing: what is intended goes out as it always does.
   */
  async settle(): Promise<void> {
    await this.erasing.uphold();
    await this.unsettled.settleLeft();
    await this.unsettled.askAgain();
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
    await this.#armAsking();
  }

  async #askAgain(): Promise<void> {
    const found = await this.unsettled.askAgain();
    await this.#arm();
    if (found > 0) await Promise.all([this.deliveries.resume(), this.confirmations.answer()]);
  }

  async #armAsking(): Promise<void> {
    const now = Date.parse(this.clock.now());
    const pauses = [...this.keeper.ledger.unknownLetters.values()].flatMap(({ at }) => {
      const age = (now - Date.parse(at)) / 60_000;
      return askings.find(([until]) => age < until)?.[1] ?? [];
    });
    if (pauses.length === 0) return;
    const due = now + Math.min(...pauses) * 60_000;
    await this.queue.set({ kind: 'unsettled', id: 'letters', at: alarmTime(due, this.clock) });
  }

  /** Where others hand over too: what one of them left when it died, and issues that they brought to their end. */
  async #lookOut(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await after(lookout, undefined, { signal, ref: false }).catch(() => undefined);
      const { openLetters, openIssues } = this.keeper.ledger;
      if (signal.aborted || (openLetters.size === 0 && openIssues.size === 0)) continue;
      const others = [...openLetters.values()].some(({ by }) => by !== undefined && by !== this.seats.own);
      if (!others && this.seats.all().length < 2) continue;
      await this.unsettled.settleLeft();
      await this.deliveries.resume();
    }
  }
}
