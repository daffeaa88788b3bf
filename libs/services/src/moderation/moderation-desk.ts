import { Inject, Injectable } from '@nestjs/common';
import { EventStore } from '@relais/event-store';
import { ask, nobody } from '../control/control-client.js';
import { socketPath } from '../control/socket-path.js';
import { Deployment } from '../wiring/deployment.js';
import { Unavailable } from '../wiring/unavailable.js';
import { previewed } from './foreseen.js';
import type { Asked, Done, Order, Outcome, Previewed } from './orders.js';

/** Hands what a moderator wants done to the collector, whichever process that is: for pages. */
@Injectable()
export class ModerationDesk {
  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(Deployment) private readonly deployment: Deployment,
  ) {}

  /** What a ruling would move; nothing is recorded, and no collector is needed. */
  preview(asked: Asked): Promise<Outcome<Previewed>> {
    return previewed(this.store, this.deployment, asked);
  }

  /** Throws {@link Unavailable} where no collector runs. */
  async obey(order: Order): Promise<Outcome<Done>> {
    const path = socketPath(this.deployment.dataFolder, 'collector');
    const outcome = await ask(path, { verb: 'matching', options: order }, () => undefined);
    if (outcome === nobody) throw new Unavailable('no collector runs: nobody can record a ruling');
    return outcome as Outcome<Done>;
  }
}
