import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { EventStore } from '@relais/event-store';
import { Deployment } from '../wiring/deployment.js';
import { Lifetime } from '../wiring/lifetime.js';
import { Unavailable } from '../wiring/unavailable.js';
import { Completing } from './sending/completing.js';
import { Deliveries } from './sending/deliveries.js';
import { LedgerKeeper } from './ledger/ledger-keeper.js';
import { Seats } from './sending/seats.js';

/** What there may be to hand over after it. */
const newLetters = ['digest.approved', 'letter.intended', 'letter.refused'];

/** How often it is looked whether there is something to help with, in milliseconds: another may have died, or slowed down. */
const lookout = 1_000;

/** A courier that only hands over what the one that has the role planned: any number of them, over the same data folder. */
@Injectable()
export class Sharing implements OnApplicationShutdown {
  #lookout: NodeJS.Timeout | undefined;

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(LedgerKeeper) private readonly keeper: LedgerKeeper,
    @Inject(Deliveries) private readonly deliveries: Deliveries,
    @Inject(Completing) private readonly completing: Completing,
    @Inject(Seats) private readonly seats: Seats,
    @Inject(Deployment) private readonly deployment: Deployment,
    @Inject(Lifetime) private readonly lifetime: Lifetime,
  ) {}

  async start(): Promise<void> {
    if (this.deployment.settings.smtpUrl === undefined)
      throw new Unavailable('letters that are files need no help: set SMTP_URL, or start no courier that shares');
    this.completing.isMine = false;
    void this.seats.own;
    await this.keeper.fold();
    const { position } = this.keeper.ledger;
    this.lifetime.run('the letters of others', async (signal) => {
      await this.deliveries.resume();
      for await (const _page of this.store.subscribe(position, signal, { types: newLetters }))
        await this.deliveries.resume();
    });
    // It keeps the process, too.
    this.#lookout = setInterval(() => {
      const { openLetters } = this.keeper.ledger;
      if (openLetters.size > 0) this.lifetime.run('the letters of others', () => this.deliveries.resume());
    }, lookout);
  }

  onApplicationShutdown(): void {
    clearInterval(this.#lookout);
  }
}
