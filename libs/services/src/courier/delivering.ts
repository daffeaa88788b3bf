import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Queue } from '@relais/transport';
import { Clock, type ListId } from '@relais/vocabulary';
import { ControlServer } from '../control/control-server.js';
import { socketPath } from '../control/socket-path.js';
import { Deployment } from '../wiring/deployment.js';
import { Lifetime } from '../wiring/lifetime.js';
import { Composer } from './composer.js';
import { Courier } from './courier.js';
import { nextDue } from './due-date.js';

/** Keeps the courier going: confirmations as they are asked for, each list's issue on its day. */
@Injectable()
export class Delivering implements OnApplicationShutdown {
  readonly #logger = new Logger('Courier');
  #control: ControlServer | undefined;

  constructor(
    @Inject(Courier) private readonly courier: Courier,
    @Inject(Composer) private readonly composer: Composer,
    @Inject(Queue) private readonly queue: Queue,
    @Inject(Deployment) private readonly deployment: Deployment,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Lifetime) private readonly lifetime: Lifetime,
  ) {}

  async start(): Promise<void> {
    this.#control = await ControlServer.listen(socketPath(this.deployment.dataFolder, 'courier'), {
      digest: async ({ list, dryRun }) =>
        this.composer.compose(this.deployment.list(String(list) as ListId), { dryRun: dryRun === true }),
    });
    await this.queue.onRing('digest', (id) => this.#ring(id as ListId));
    await this.courier.start();
    for (const list of this.deployment.lists) await this.#arm(list.id);
    this.lifetime.run('the courier', (signal) => this.courier.follow(signal));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#control?.close();
  }

  async #ring(id: ListId): Promise<void> {
    if (!this.deployment.lists.some((list) => list.id === id)) return;
    const { issue, outcome, letters } = await this.composer.compose(this.deployment.list(id));
    this.#logger.log(`${issue}: ${outcome}, ${letters} letters`);
    await this.#arm(id);
  }

  /** A day that passed while nothing ran is made up for, unless the list had no issue yet: a new list begins at its next day. */
  async #arm(id: ListId): Promise<void> {
    const list = this.deployment.list(id);
    const last = this.courier.ledger.lastIssues.get(id)?.composed.period.until;
    await this.queue.set({ kind: 'digest', id, at: nextDue(list, last ?? this.clock.now()) });
  }
}
