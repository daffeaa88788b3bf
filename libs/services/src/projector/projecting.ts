import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Projector } from '@relais/read-models';
import { ControlServer } from '../control/control-server.js';
import { socketPath } from '../control/socket-path.js';
import { Deployment } from '../wiring/deployment.js';
import { Lifetime } from '../wiring/lifetime.js';

/** Keeps the read models in step with the log, and makes them anew when asked. */
@Injectable()
export class Projecting implements OnApplicationShutdown {
  #control: ControlServer | undefined;

  constructor(
    @Inject(Projector) private readonly projector: Projector,
    @Inject(Deployment) private readonly deployment: Deployment,
    @Inject(Lifetime) private readonly lifetime: Lifetime,
  ) {}

  /** Resolves when the read models stand where the log stood. */
  async start(): Promise<void> {
    await this.keepUp();
    this.#control = await ControlServer.listen(socketPath(this.deployment.dataFolder, 'projector'), {
      replay: async ({ dryRun }, onProgress) =>
        this.projector.replay({ onProgress, dryRun: dryRun === true, signal: this.lifetime.signal }),
      activate: async ({ generation }) => this.projector.activate(Number(generation)),
      prune: async ({ keep }) => this.projector.prune(Number(keep)),
    });
  }

  /** The same without taking orders: for the command line where nobody projects. */
  async keepUp(): Promise<void> {
    await this.projector.open();
    this.lifetime.run('the projector', (signal) => this.projector.follow(signal));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#control?.close();
  }
}
