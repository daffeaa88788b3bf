import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Queue } from '@relais/transport';
import { Clock, type Instant, type ListId } from '@relais/vocabulary';
import { Erasing, type Whom } from '../erasing/erasing.js';
import { ControlServer } from '../control/control-server.js';
import { SubscribersOrders, type SubscribersOrder } from '../subscribers/orders.js';
import { StillWanted } from '../subscribers/still-wanted.js';
import { alarmTime } from '../wiring/alarm-time.js';
import { Deployment } from '../wiring/deployment.js';
import { Composer } from './composer.js';
import { Courier } from './courier.js';
import { nextDue } from './due-date.js';
import { LedgerKeeper } from './ledger-keeper.js';

/** Keeps the courier going: confirmations as they are asked for, each list's issue on its day. */
@Injectable()
export class Delivering implements OnApplicationShutdown {
  readonly #logger = new Logger('Courier');
  #control: ControlServer | undefined;

  constructor(
    @Inject(Courier) private readonly courier: Courier,
    @Inject(LedgerKeeper) private readonly keeper: LedgerKeeper,
    @Inject(Composer) private readonly composer: Composer,
    @Inject(Erasing) private readonly erasing: Erasing,
    @Inject(SubscribersOrders) private readonly subscribers: SubscribersOrders,
    @Inject(StillWanted) private readonly stillWanted: StillWanted,
    @Inject(Queue) private readonly queue: Queue,
    @Inject(Deployment) private readonly deployment: Deployment,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async start(): Promise<void> {
    // Before anybody can have anything sent.
    await this.erasing.uphold();
    this.#control = await ControlServer.ofRole(this.deployment.dataFolder, 'courier', {
      digest: async ({ list, dryRun }) =>
        this.composer.compose(this.deployment.list(String(list) as ListId), { dryRun: dryRun === true }),
      subscribers: (order, progress) => this.subscribers.perform(order as SubscribersOrder, progress),
      erase: async ({ dryRun, ...whom }, progress) =>
        dryRun === true ? this.erasing.foresee(whom as Whom) : this.erasing.erase(whom as Whom, progress),
    });
    await this.queue.onRing('digest', (id) => this.#ring(id as ListId));
    await this.courier.start();
    await this.stillWanted.start();
    // A day that passed while nothing ran is made up for; a list that had no issue yet begins at its next day.
    for (const { id } of this.deployment.lists) {
      const last = this.keeper.ledger.lastIssues.get(id)?.composed.period.until;
      await this.#arm(id, last ?? this.clock.now());
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#control?.close();
  }

  async #ring(id: ListId): Promise<void> {
    if (!this.deployment.lists.some((list) => list.id === id)) return;
    const { issue, outcome, letters } = await this.composer.compose(this.deployment.list(id));
    this.#logger.log(`${issue}: ${outcome}, ${letters} letters`);
    await this.#arm(id, this.clock.now());
  }

  async #arm(id: ListId, after: Instant): Promise<void> {
    const due = nextDue(this.deployment.list(id), after);
    await this.queue.set({ kind: 'digest', id, at: alarmTime(Date.parse(due), this.clock) });
  }
}
