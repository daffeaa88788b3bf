import { join } from 'node:path';
import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Projector, type ReplayOptions, type ReplayResult } from '@relais/read-models';
import { ControlServer } from '../control/control-server.js';
import { socketPath } from '../control/socket-path.js';
import { filesIn } from '../wiring/adapters.js';
import { Deployment } from '../wiring/deployment.js';
import { Lifetime } from '../wiring/lifetime.js';
import { LastReplay } from './last-replay.js';
import { replayOrders } from './replay-orders.js';
import { watchOrder } from './watch-order.js';

/** Keeps the read models in step with the log, and makes them anew when asked. */
@Injectable()
export class Projecting implements OnApplicationShutdown {
  readonly #logger = new Logger('Relais');
  #control: ControlServer | undefined;
  #replaying: Promise<unknown> = Promise.resolve();

  constructor(
    @Inject(Projector) private readonly projector: Projector,
    @Inject(Deployment) private readonly deployment: Deployment,
    @Inject(Lifetime) private readonly lifetime: Lifetime,
  ) {}

  /** Resolves when the read models stand where the log stood. */
  async start(): Promise<void> {
    await this.keepUp();
    const last = new LastReplay(join(filesIn(this.deployment.dataFolder).readModels, 'last-replay.json'));
    const runs = (replay: Promise<ReplayResult>, order: ReplayOptions): void =>
      this.#runs(replay, last.of(replay, order));
    this.#control = await ControlServer.listen(socketPath(this.deployment.dataFolder, 'projector'), {
      ...replayOrders(this.projector, runs),
      watch: watchOrder(this.projector, last),
      activate: async ({ generation }) => this.projector.activate(Number(generation)),
      prune: async ({ keep }) => this.projector.prune(Number(keep)),
      remove: async ({ generation }) => this.projector.remove(Number(generation)),
    });
    this.#goOn(runs);
  }

  /** The same without taking orders: for the command line where nobody projects. */
  async keepUp(): Promise<void> {
    await this.projector.open();
    this.lifetime.run('the projector', (signal) => this.projector.follow(signal));
  }

  /** A replay that runs is left where it stands, and gone on with at the next start. */
  async onApplicationShutdown(): Promise<void> {
    this.projector.replays.interrupt();
    await this.#replaying;
    await this.#control?.close();
  }

  /** Goes on with the replay that a crash or the last end left in the middle. Nobody waits for the result of a dry run. */
  #goOn(runs: (replay: Promise<ReplayResult>, order: ReplayOptions) => void): void {
    const left = this.projector.unfinished();
    if (left === undefined || left.dryRun) return;
    this.#logger.log('the replay that was left in the middle goes on');
    runs(this.projector.replay(left), left);
  }

  /** One that is refused while another runs does not take its place. */
  #runs(replay: Promise<unknown>, kept: Promise<void>): void {
    const ended = replay.catch((error: unknown) =>
      this.#logger.warn(`the replay stopped: ${error instanceof Error ? error.message : String(error)}`),
    );
    this.#replaying = Promise.all([this.#replaying, ended, kept]);
  }
}
