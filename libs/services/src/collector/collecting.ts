import { createHash } from 'node:crypto';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { writeProgramme } from '@relais/demonstration';
import { Queue } from '@relais/transport';
import { Clock, type SourceId } from '@relais/vocabulary';
import { ControlServer } from '../control/control-server.js';
import { socketPath } from '../control/socket-path.js';
import { filesIn } from '../wiring/adapters.js';
import { Deployment, type DeployedSource } from '../wiring/deployment.js';
import { Lifetime } from '../wiring/lifetime.js';
import { Collector } from './collector.js';
import { Founding } from './founding.js';
import type { SourceOutcome } from './source-reader.js';

/** Keeps the collector going: founds what the configuration names, reads everything once, then each source at its interval. */
@Injectable()
export class Collecting implements OnApplicationShutdown {
  #control: ControlServer | undefined;

  constructor(
    @Inject(Founding) private readonly founding: Founding,
    @Inject(Collector) private readonly collector: Collector,
    @Inject(Queue) private readonly queue: Queue,
    @Inject(Deployment) private readonly deployment: Deployment,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Lifetime) private readonly lifetime: Lifetime,
  ) {}

  /** Resolves when the log is founded and the documents on this machine are read; the others follow in the background. */
  async start(): Promise<void> {
    await this.#found();
    await this.queue.onRing('collect', (id) => this.#ring(id as SourceId));
    this.#control = await ControlServer.listen(socketPath(this.deployment.dataFolder, 'collector'), {
      collect: async ({ source }, progress) =>
        this.#collect(typeof source === 'string' ? (source as SourceId) : undefined, progress),
    });
    const [here, elsewhere] = [true, false].map((local) =>
      this.deployment.sources.filter(({ readFrom }) => readFrom.startsWith('file:') === local),
    );
    await this.#readThenArm(here ?? []);
    this.lifetime.run('the first collection', () => this.#readThenArm(elsewhere ?? []));
  }

  /** Founds and reads once, without staying: for the command line where nobody collects. */
  async collectNow(source?: SourceId, told?: (outcome: SourceOutcome) => void): Promise<readonly SourceOutcome[]> {
    await this.#found();
    return this.#collect(source, told);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#control?.close();
  }

  async #found(): Promise<void> {
    const { configuration, dataFolder } = this.deployment;
    if (configuration.demonstration) writeProgramme(filesIn(dataFolder).samples, this.clock.now());
    await this.founding.found();
  }

  #collect(source?: SourceId, told?: (outcome: SourceOutcome) => void): Promise<readonly SourceOutcome[]> {
    return this.collector.collect(source && [source], told);
  }

  async #readThenArm(sources: readonly DeployedSource[]): Promise<void> {
    if (sources.length === 0) return;
    await this.collector.collect(sources.map(({ description }) => description.source));
    for (const source of sources) await this.#arm(source);
  }

  async #ring(id: SourceId): Promise<void> {
    const source = this.deployment.sources.find(({ description }) => description.source === id);
    // A source of an older configuration: nobody is to be woken for it any more.
    if (source === undefined) return;
    await this.collector.collect([id]);
    await this.#arm(source);
  }

  /** Spread over a tenth of the interval, by the source's name, so that a restart does not make all of them move together. */
  async #arm({ description: { source }, everyMinutes }: DeployedSource): Promise<void> {
    const share = createHash('sha256').update(source).digest().readUInt16BE() / 0xffff;
    const delay = everyMinutes * 60_000 * (0.95 + share / 10);
    await this.queue.set({ kind: 'collect', id: source, at: new Date(Date.now() + delay).toISOString() });
  }
}
