import { Inject, Injectable } from '@nestjs/common';
import type { Language, ListId } from '@relais/vocabulary';
import { ControlServer } from '../control/control-server.js';
import { Approving, type Ruled } from '../correspondence/approving.js';
import { Erasing, type Whom } from '../erasing/erasing.js';
import { SubscribersOrders, type SubscribersOrder } from '../subscribers/orders.js';
import { Deployment } from '../wiring/deployment.js';
import { Composer } from './composer.js';

/** What the command line has done by the courier that runs, over its socket. */
@Injectable()
export class CourierOrders {
  constructor(
    @Inject(Composer) private readonly composer: Composer,
    @Inject(Approving) private readonly approving: Approving,
    @Inject(Erasing) private readonly erasing: Erasing,
    @Inject(SubscribersOrders) private readonly subscribers: SubscribersOrders,
    @Inject(Deployment) private readonly deployment: Deployment,
  ) {}

  /** Takes orders from now on, until the server that it resolves to is closed. */
  take(): Promise<ControlServer> {
    return ControlServer.ofRole(this.deployment.dataFolder, 'courier', {
      digest: async ({ list, ruled, dryRun, language = 'fr' }) =>
        ruled === undefined
          ? this.composer.compose(this.deployment.list(String(list) as ListId), {
              ...{ dryRun: dryRun === true, language: language as Language },
            })
          : this.approving.rule(ruled as Ruled),
      subscribers: (order, progress) => this.subscribers.perform(order as SubscribersOrder, progress),
      erase: async ({ dryRun, ...whom }, progress) =>
        dryRun === true ? this.erasing.foresee(whom as Whom) : this.erasing.erase(whom as Whom, progress),
    });
  }
}
