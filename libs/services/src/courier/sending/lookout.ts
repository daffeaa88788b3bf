import { setTimeout as after } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { Deliveries } from './deliveries.js';
import { LedgerKeeper } from '../ledger/ledger-keeper.js';
import { Seats } from './seats.js';
import { Unsettled } from './unsettled.js';

/** How often it is looked what other couriers did or left, in milliseconds; only while there is something to hand over. */
const often = 1_000;

/** Where others hand over too: takes on what one of them left when it died, and issues that they brought to their end. */
@Injectable()
export class Lookout {
  constructor(
    @Inject(LedgerKeeper) private readonly keeper: LedgerKeeper,
    @Inject(Seats) private readonly seats: Seats,
    @Inject(Unsettled) private readonly unsettled: Unsettled,
    @Inject(Deliveries) private readonly deliveries: Deliveries,
  ) {}

  async keep(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await after(often, undefined, { signal, ref: false }).catch(() => undefined);
      const { openLetters, openIssues } = this.keeper.ledger;
      if (signal.aborted || (openLetters.size === 0 && openIssues.size === 0)) continue;
      const others = [...openLetters.values()].some(({ by }) => by !== undefined && by !== this.seats.own);
      if (!others && this.seats.all().length < 2) continue;
      await this.unsettled.settleLeft();
      await this.deliveries.resume();
    }
  }
}
