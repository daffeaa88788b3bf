import { Inject, Injectable } from '@nestjs/common';
import { Queue } from '@relais/transport';
import { Clock } from '@relais/vocabulary';
import { alarmTime } from '../../wiring/alarm-time.js';
import { LedgerKeeper } from '../ledger/ledger-keeper.js';
import { Unsettled } from './unsettled.js';

/** How long after it became unknown what came of a letter it is asked again, and how often then, in minutes. */
const askings = [
  [10, 1],
  [90, 5],
  [3 * 1_440, 30],
] as const;

/** Asks what came of letters of which nobody can tell, again and again for some days. */
@Injectable()
export class AskingAgain {
  constructor(
    @Inject(LedgerKeeper) private readonly keeper: LedgerKeeper,
    @Inject(Unsettled) private readonly unsettled: Unsettled,
    @Inject(Queue) private readonly queue: Queue,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Of all that may have left when the process ended, or became unknown before. */
  async settle(): Promise<void> {
    await this.unsettled.settleLeft();
    await this.unsettled.askAgain();
  }

  /** Asks when it is time from now on, and then says how many letters an answer was found for. */
  async start(onAnswers: (found: number) => Promise<void>): Promise<void> {
    await this.queue.onRing('unsettled', async () => onAnswers(await this.unsettled.askAgain()));
    await this.arm();
  }

  async arm(): Promise<void> {
    const now = Date.parse(this.clock.now());
    const pauses = [...this.keeper.ledger.unknownLetters.values()].flatMap(({ at }) => {
      const age = (now - Date.parse(at)) / 60_000;
      return askings.find(([until]) => age < until)?.[1] ?? [];
    });
    if (pauses.length === 0) return;
    const due = now + Math.min(...pauses) * 60_000;
    await this.queue.set({ kind: 'unsettled', id: 'letters', at: alarmTime(due, this.clock) });
  }
}
