import { setTimeout as after } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import type { OpenLetter } from '../ledger/ledger.js';
import { LedgerKeeper } from '../ledger/ledger-keeper.js';
import { Seats } from './seats.js';
import { Unsettled } from './unsettled.js';

/** Letters that another courier of the same send has in hand. */
@Injectable()
export class OthersInHand {
  constructor(
    @Inject(LedgerKeeper) private readonly keeper: LedgerKeeper,
    @Inject(Seats) private readonly seats: Seats,
    @Inject(Unsettled) private readonly unsettled: Unsettled,
  ) {}

  /** Waits a moment where there is one, and takes on what a courier left that died; resolves to whether there was one. */
  async awaited(): Promise<boolean> {
    const { openLetters } = this.keeper.ledger;
    const isAnothers = ({ status, by }: OpenLetter): boolean =>
      status === 'handed-over' && by !== undefined && by !== this.seats.own;
    if (![...openLetters.values()].some(isAnothers)) return false;
    await after(100);
    await this.unsettled.settleLeft();
    return true;
  }
}
