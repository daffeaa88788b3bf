import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { secretIn } from '@relais/assembly';
import { EventStore, handle } from '@relais/event-store';
import {
  presentKey,
  source as sourceDecider,
  type FailureReason,
  type ReportedItem,
  type SourceCommand,
  type SourceEvent,
} from '@relais/source';
import type { ReadDocument } from '@relais/sources';
import type { Instant } from '@relais/vocabulary';
import { reportedItems } from '../../intake/reported-items.js';
import { Deployment, type DeployedSource } from '../../wiring/deployment.js';
import { expectingAfter, stillToCome, type Expecting } from './expecting.js';
import type { Remembered } from './reading-memory.js';
import { recordable, refusalsOf } from './refusals.js';
import { renamedIn } from './renamed-items.js';
import { silenceAfter, silenceAt } from './silence.js';
import { isNews, pastOf, type Past } from './source-past.js';

/** What telling a source's decider came to, and what is to be remembered of it. */
export type Told = Readonly<{
  events: number;
  expecting?: Expecting;
  silentFrom: Instant | undefined;
}>;

type Without<Command> = Command extends unknown ? Omit<Command, 'source' | 'assembly'> : never;

/** Tells the decider of a source what it shows, compared with what the log knows of it. */
@Injectable()
export class Reporter {
  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(Deployment) private readonly deployment: Deployment,
  ) {}

  /** A document was read. */
  async read(
    source: DeployedSource,
    { format, document }: Readonly<{ format: string; document: ReadDocument }>,
    { expecting: before }: Remembered,
    at: Instant,
  ): Promise<Told> {
    const past = await pastOf(this.store, source.description.source);
    const items = reportedItems(document.reports);
    const renamed = renamedIn(past.state, items, this.deployment.domainAliases);
    const shown = {
      ...{ format, whole: document.errors.length === 0, before: [...renamed.values()] },
      items: items.map((item): ReportedItem => ({ ...item, item: presentKey(past.state, item.item) })),
    };
    const { vanished, expecting } = expectingAfter(before, shown, past.state, Date.parse(at));
    const { withdrawn = [] } = document;
    const refused = refusalsOf(document.errors);
    const told = await this.#tell(source, past, at, { type: 'report', items, withdrawn, renamed, vanished, refused });
    return { ...told, expecting };
  }

  /** It is said not to have changed: what was missing is missing again. Asks the log only where that can make a difference. */
  async unchanged(source: DeployedSource, known: Remembered, at: Instant): Promise<Told> {
    const { failures, expecting, silentFrom } = known;
    const missing = expecting?.missing ?? [];
    const isSilent = silentFrom !== undefined && silentFrom <= at;
    if (failures === 0 && missing.length === 0 && !isSilent) return { events: 0, silentFrom };
    const past = await pastOf(this.store, source.description.source);
    const vanished = stillToCome(missing, past.state, Date.parse(at));
    const told = await this.#tell(source, past, at, { type: 'report', items: [], vanished });
    return { ...told, ...(expecting && { expecting: { ...expecting, missing: [] } }) };
  }

  /** It could not be read; `gone` where that is for good. Resolves to how many events that made. */
  async failed(source: DeployedSource, reason: FailureReason, known: Remembered, gone: boolean): Promise<number> {
    const lastRead = known.lastRead ?? (await pastOf(this.store, source.description.source)).lastRead;
    const detail = recordable(reason.detail);
    const command = { type: 'fail' as const, reason: { ...reason, detail }, gone, ...(lastRead && { lastRead }) };
    return (await this.#decide(source, command)).length;
  }

  /** It is read at another address from now on. One that holds a secret is read and not told: the log is for everybody. */
  async moved(source: DeployedSource, to: string): Promise<number> {
    if (secretIn(new URL(to)) !== undefined) return 0;
    return (await this.#decide(source, { type: 'move', to })).length;
  }

  async #tell(
    source: DeployedSource,
    { state, newsAt }: Past,
    at: Instant,
    report: Without<Extract<SourceCommand, { type: 'report' }>>,
  ): Promise<Told> {
    const now = Date.parse(at);
    const silence = silenceAt(silenceAfter(newsAt), now);
    const events = await this.#decide(source, { ...report, ...(silence && { silence }) });
    const isSilent = state.silent || events.some(({ type }) => type === 'source.fell-silent');
    const next = events.some(isNews) ? silenceAfter([...newsAt, now]) : isSilent ? undefined : silenceAfter(newsAt);
    return { events: events.length, silentFrom: next && new Date(next.from).toISOString() };
  }

  async #decide(
    { assembly, description: { source } }: DeployedSource,
    command: Without<SourceCommand>,
  ): Promise<readonly SourceEvent[]> {
    const decision = await handle(
      this.store,
      `source-${source}`,
      sourceDecider,
      { ...command, source, assembly },
      // What comes of one reading belongs together, also in the gatherings.
      { correlation: randomUUID() },
    );
    return 'accepted' in decision ? decision.accepted : [];
  }
}
