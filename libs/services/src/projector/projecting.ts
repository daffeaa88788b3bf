import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Projector } from '@relais/read-models';
import { ControlServer } from '../control/control-server.js';
import { socketPath } from '../control/socket-path.js';
import { Deployment } from '../wiring/deployment.js';
import { Lifetime } from '../wiring/lifetime.js';
import { replayOrders } from './replay-orders.js';

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
    this.#control = await ControlServer.listen(socketPath(this.deployment.dataFolder, 'projector'), {
      ...replayOrders(this.projector, (replay) => this.#runs(replay)),
      activate: async ({ generation }) => this.projector.activate(Number(generation)),
      prune: async ({ keep }) => this.projector.prune(Number(keep)),
    });
    this.#goOn();
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
  #goOn(): void {
    const left = this.projector.unfinished();
    if (left === undefined || left.dryRun) return;
    this.#logger.log('the replay that was left in the middle goes on');
    this.#runs(this.projector.replay(left));
  }

  #runs(replay: Promise<unknown>): void {
    this.#replaying = replay.catch((error: unknown) =>
      this.#logger.warn(`the replay stopped: ${error instanceof Error ? error.message : String(error)}`),
    );
  }
}
