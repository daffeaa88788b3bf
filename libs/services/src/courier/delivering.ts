import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Language, ListId } from '@relais/vocabulary';
import { Approving, type Ruled } from '../correspondence/approving.js';
import { Erasing, type Whom } from '../erasing/erasing.js';
import { WritingToLists } from '../external-lists/writing-to-lists.js';
import { ControlServer } from '../control/control-server.js';
import { SubscribersOrders, type SubscribersOrder } from '../subscribers/orders.js';
import { StillWanted } from '../subscribers/still-wanted.js';
import { Deployment } from '../wiring/deployment.js';
import { Composer } from './composer.js';
import { Courier } from './courier.js';
import { Planning } from './planning/planning.js';

/** Keeps the courier going: confirmations as they are asked for, each person's letter when it is due. */
@Injectable()
export class Delivering implements OnApplicationShutdown {
  #control: ControlServer | undefined;

  constructor(
    @Inject(Courier) private readonly courier: Courier,
    @Inject(Planning) private readonly planning: Planning,
    @Inject(Composer) private readonly composer: Composer,
    @Inject(Approving) private readonly approving: Approving,
    @Inject(Erasing) private readonly erasing: Erasing,
    @Inject(SubscribersOrders) private readonly subscribers: SubscribersOrders,
    @Inject(StillWanted) private readonly stillWanted: StillWanted,
    @Inject(WritingToLists) private readonly toLists: WritingToLists,
    @Inject(Deployment) private readonly deployment: Deployment,
  ) {}

  async start(): Promise<void> {
    // Before anybody can have anything sent.
    await this.erasing.uphold();
    this.#control = await ControlServer.ofRole(this.deployment.dataFolder, 'courier', {
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
    // Whoever waits for an issue that a crash cut short has a letter of it before any is sent.
    await this.planning.resume();
    await this.courier.start();
    await this.stillWanted.start();
    await this.toLists.start();
    await this.planning.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#control?.close();
  }
}
