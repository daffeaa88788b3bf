import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Queue } from '@relais/transport';
import { Clock, type SourceId } from '@relais/vocabulary';
import { SourceRoster } from '../adding/source-roster.js';
import { ControlServer } from '../control/control-server.js';
import { Moderation } from '../moderation/moderation.js';
import type { Order } from '../moderation/orders.js';
import { Deployment, type DeployedSource } from '../wiring/deployment.js';
import { Lifetime } from '../wiring/lifetime.js';
import { Collector } from './collector.js';
import { Founding } from './founding.js';
import { SourceReader, type SourceOutcome } from './reading/source-reader.js';

/** So many alarms are let in to wait for their host, so that one host with many sources keeps no other waiting. */
const ringTogether = 1_000;

/** Keeps the collector going: founds what the configuration names, reads what is due, then each source when it is due again. */
@Injectable()
export class Collecting implements OnApplicationShutdown {
  #control: ControlServer | undefined;

  constructor(
    @Inject(Founding) private readonly founding: Founding,
    @Inject(Collector) private readonly collector: Collector,
    @Inject(Moderation) private readonly moderation: Moderation,
    @Inject(SourceReader) private readonly reader: SourceReader,
    @Inject(SourceRoster) private readonly roster: SourceRoster,
    @Inject(Queue) private readonly queue: Queue,
    @Inject(Deployment) private readonly deployment: Deployment,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Lifetime) private readonly lifetime: Lifetime,
  ) {}

  /** Resolves when the log is founded and the documents on this machine are read; the others follow in the background. */
  async start(): Promise<void> {
    await this.founding.found();
    await this.roster.refresh();
    // What is due is read now; an alarm that was set before a restart would have it read twice.
    for (const source of this.roster.all())
      if (this.#isDue(source)) await this.queue.cancel('collect', source.description.source);
    await this.queue.onRing('collect', (id) => this.#ring(id as SourceId), { together: ringTogether });
    this.#control = await ControlServer.ofRole(this.deployment.dataFolder, 'collector', {
      collect: async ({ source }, progress) =>
        typeof source === 'string'
          ? this.#collectNamed(source as SourceId, progress)
          : this.#collect(undefined, progress),
      // Something came in that nobody fetched: there is nothing to read, only to recognise.
      recognise: () => this.collector.collect([]),
      matching: (order) => this.moderation.obey(order as Order),
    });
    const [here, elsewhere] = [true, false].map((local) =>
      this.roster.all().filter(({ readFrom }) => readFrom.startsWith('file:') === local),
    );
    if (here?.length) await this.#readThenArm(here);
    this.lifetime.run('the first collection', () => this.#readThenArm(elsewhere ?? []));
  }

  /** Founds and reads once, without staying: for the command line where nobody collects. */
  async collectNow(source?: SourceId, told?: (outcome: SourceOutcome) => void): Promise<readonly SourceOutcome[]> {
    await this.founding.found();
    if (source) await this.#named(source);
    return this.#collect(source, told);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#control?.close();
  }

  #collect(source?: SourceId, told?: (outcome: SourceOutcome) => void): Promise<readonly SourceOutcome[]> {
    return this.collector.collect(source && [source], told);
  }

  /** One that was just added is read for the first time, and from then on when it is due. */
  async #collectNamed(id: SourceId, told: (outcome: SourceOutcome) => void): Promise<readonly SourceOutcome[]> {
    const source = await this.#named(id);
    const outcomes = await this.#collect(id, told);
    await this.#arm(source);
    return outcomes;
  }

  /** Throws NotConfigured for a source that is not read here. */
  async #named(id: SourceId): Promise<DeployedSource> {
    await this.roster.refresh();
    return this.roster.source(id);
  }

  /** What is on this machine costs nobody anything; elsewhere a restart is no reason to ask before the time. */
  async #readThenArm(sources: readonly DeployedSource[]): Promise<void> {
    const { due = [], later = [] } = Object.groupBy(sources, (source) =>
      source.readFrom.startsWith('file:') || this.#isDue(source) ? 'due' : 'later',
    );
    for (const source of later) await this.#arm(source);
    // Where nothing is due, items that a crash left unrecognised still are.
    await this.collector.collect([]);
    await Promise.all(due.map((source) => this.#readAndArm(source)));
  }

  async #ring(id: SourceId): Promise<void> {
    await this.roster.refresh();
    const source = this.roster.get(id);
    // Removed, or of an older configuration: nobody is to be woken for it any more.
    if (source !== undefined) await this.#readAndArm(source);
  }

  async #readAndArm(source: DeployedSource): Promise<void> {
    await this.collector.collect([source.description.source]);
    await this.#arm(source);
  }

  #isDue(source: DeployedSource): boolean {
    const next = this.reader.nextReading(source);
    return next !== 'never' && (next === undefined || next <= this.clock.now());
  }

  async #arm(source: DeployedSource): Promise<void> {
    const next = this.reader.nextReading(source);
    // Whoever wants to know whether it is back asks for it by name.
    if (next === 'never') return;
    const delay = next === undefined ? source.everyMinutes * 60_000 : Date.parse(next) - Date.parse(this.clock.now());
    const id = source.description.source;
    await this.queue.set({ kind: 'collect', id, at: new Date(Date.now() + Math.max(0, delay)).toISOString() });
  }
}
