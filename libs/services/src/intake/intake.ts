import { randomUUID } from 'node:crypto';
import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { EventStore, handle } from '@relais/event-store';
import { source as decider, type SourceCommand } from '@relais/source';
import { DocumentReader, type Fetched, type ReadDocument, type Report } from '@relais/sources';
import { Clock, type ItemKey } from '@relais/vocabulary';
import { ask } from '../control/control-client.js';
import { socketPath } from '../control/socket-path.js';
import { Deployment, type DeployedIntake } from '../wiring/deployment.js';
import { Lifetime } from '../wiring/lifetime.js';
import { reportedItems } from './reported-items.js';

/** What came in for a source, once it is read. */
export type Arrival = Readonly<{ reports: readonly Report[]; withdrawn?: readonly ItemKey[] }>;

/** Reads and records what comes in by itself. Only what the decider finds new is recorded: whatever comes twice is once. */
@Injectable()
export class Intake implements OnApplicationShutdown {
  readonly #logger = new Logger('Intake');
  #reader: DocumentReader | undefined;

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(Deployment) private readonly deployment: Deployment,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Lifetime) private readonly lifetime: Lifetime,
  ) {}

  /** Reads a document that somebody sent, in a thread of its own. Rejects with UnreadableDocument. */
  async read(
    { zone, description }: DeployedIntake,
    sent: Pick<Fetched, 'mediaType' | 'body'> & { url?: string },
  ): Promise<ReadDocument> {
    this.#reader ??= new DocumentReader();
    const url = sent.url ?? description.site ?? this.deployment.settings.publicUrl;
    const { document } = await this.#reader.read({ ...sent, url, zone, fetchedAt: this.clock.now() });
    return document;
  }

  /** Resolves to how many events it made, once they are in the log: only then may the sender be told that it arrived. */
  async record(intake: DeployedIntake, { reports, withdrawn = [] }: Arrival): Promise<number> {
    const { source } = intake.description;
    const isRead = this.deployment.sources.some(({ description }) => description.source === source);
    // A source that is never read has nothing from before: all of it is news, and it is in order from now on.
    if (!isRead) await this.#decide(intake, { type: 'report', items: [] });
    const events = await this.#decide(intake, {
      type: 'report',
      items: reportedItems(reports),
      withdrawn,
      pushed: true,
    });
    if (events > 0) this.lifetime.run('waking the collector', () => this.#wake());
    return events;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#reader?.close();
  }

  async #decide(
    { assembly, description: { source } }: DeployedIntake,
    command: Omit<Extract<SourceCommand, { type: 'report' }>, 'source' | 'assembly'>,
  ) {
    const decision = await handle(
      this.store,
      `source-${source}`,
      decider,
      { ...command, source, assembly },
      { correlation: randomUUID() },
    );
    return 'accepted' in decision ? decision.accepted.length : 0;
  }

  /** The collector may be another process, or none: whatever it is not told now it finds in the log at its next turn. */
  async #wake(): Promise<void> {
    try {
      await ask(
        socketPath(this.deployment.dataFolder, 'collector'),
        { verb: 'recognise', options: {} },
        () => undefined,
      );
    } catch (error) {
      this.#logger.warn(
        `the collector was not told of what came in: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }
}
