import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { EventStore, handle } from '@relais/event-store';
import { source as sourceDecider, type FailureReason, type SourceCommand } from '@relais/source';
import { readDocument, UnreadableDocument, type ReadDocument } from '@relais/sources';
import { Fetcher, FetchFailed, type FetchResult } from '@relais/transport';
import { canonicalJson, Clock, type Instant, type SourceId } from '@relais/vocabulary';
import type { DeployedSource } from '../wiring/deployment.js';
import { untilNextReading } from './next-reading.js';
import { ReadingMemory, type Remembered } from './reading-memory.js';
import { afreshInTime, afterFailure, afterReading, isGone, remembersNothing, stillHolding } from './remembering.js';

/** What reading a source once came to. */
export type SourceOutcome = Readonly<{
  source: SourceId;
  /** `postponed`: its host asked to be left alone, and was. */
  outcome: 'read' | 'not-modified' | 'failed' | 'postponed';
  items: number;
  /** How many events it made: its own, and those of the gatherings it speaks of. */
  events: number;
  /** Items of the document that could not be used, in words. */
  errors: readonly string[];
  reason?: FailureReason;
}>;

type Command =
  Omit<Extract<SourceCommand, { type: 'report' }>, 'source' | 'assembly'> | { type: 'fail'; reason: FailureReason };

/** When a source is to be read next: an instant, never where it is gone for good, or not known where it was not read yet. */
type NextReading = Instant | 'never' | undefined;

/** Fetches one source, no more often and no more of it than it must, reads its document, and lets its decider say what of it is new. */
@Injectable()
export class SourceReader {
  /** Whose memory agrees with the log. */
  readonly #agreeing = new Set<SourceId>();

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(Fetcher) private readonly fetcher: Fetcher,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(ReadingMemory) private readonly memory: ReadingMemory,
  ) {}

  nextReading(source: DeployedSource): NextReading {
    const known = stillHolding(source, this.memory.of(source.description.source));
    return isGone(known) ? 'never' : known.next;
  }

  async read(source: DeployedSource, signal: AbortSignal): Promise<SourceOutcome> {
    const id = source.description.source;
    const known = afreshInTime(await this.#known(source), this.#now());
    const url = known.address ?? source.readFrom;
    const until = this.memory.heldUntil(new URL(url).host);
    if (until !== undefined && Date.parse(until) > this.#now()) {
      this.memory.keep(id, { ...known, next: until });
      const errors = [`${new URL(url).host} asked to be left alone until ${until}`];
      return { source: id, outcome: 'postponed', items: 0, events: 0, errors };
    }
    try {
      const { validators, page } = known;
      const result = await this.fetcher.fetch({
        url,
        signal,
        ...(validators && { validators }),
        ...(page && { page }),
      });
      return await this.#take(source, known, new URL(url).username === '' ? result : staying(result));
    } catch (error) {
      if (signal.aborted) throw error;
      return await this.#fail(source, known, url, error);
    }
  }

  async #take(source: DeployedSource, known: Remembered, result: FetchResult): Promise<SourceOutcome> {
    const hash = result.status === 'fetched' ? hashOfDocument(result) : known.hash;
    const at = this.clock.now();
    if (result.status === 'not-modified' || hash === known.hash) {
      const events = known.failures > 0 ? await this.#decide(source, { type: 'report', items: [] }) : 0;
      this.#keep(source, afterReading(known, result, { at, changed: false, recognised: true }), result);
      return { source: source.description.source, outcome: 'not-modified', items: 0, events, errors: [] };
    }
    const { document } = await readDocument({ ...result, fetchedAt: at, zone: source.zone });
    const outcome = await this.#report(source, document);
    const { items, events } = outcome;
    const news = { at, changed: events > 0, recognised: items > events, ...(hash !== undefined && { hash }) };
    this.#keep(source, afterReading(known, result, news), result);
    return outcome;
  }

  async #fail(source: DeployedSource, known: Remembered, url: string, error: unknown): Promise<SourceOutcome> {
    const reason = reasonOf(error);
    const { status, retryAfter } = error instanceof FetchFailed ? error : {};
    if (retryAfter !== undefined && (status === 429 || status === 503))
      this.memory.hold(new URL(url).host, new Date(this.#now() + retryAfter * 1_000).toISOString());
    this.#keep(source, afterFailure(known, status), { retryAfter });
    const events = await this.#decide(source, { type: 'fail', reason });
    return { source: source.description.source, outcome: 'failed', items: 0, events, errors: [], reason };
  }

  /** What is remembered, unless the log has nothing of this source: then it is another log, which must be told all. */
  async #known(source: DeployedSource): Promise<Remembered> {
    const id = source.description.source;
    const known = stillHolding(source, this.memory.of(id));
    if (this.#agreeing.has(id)) return known;
    let recorded = false;
    for await (const _ of this.store.read(`source-${id}`)) {
      recorded = true;
      break;
    }
    this.#agreeing.add(id);
    return recorded ? known : remembersNothing(source);
  }

  #keep(
    source: DeployedSource,
    remembered: Remembered,
    { freshFor, retryAfter }: { freshFor?: number | undefined; retryAfter?: number | undefined },
  ): void {
    const { readFrom, everyMinutes: every } = source;
    const now = this.#now();
    const { failures } = remembered;
    const changes = remembered.changes.map((at) => Date.parse(at));
    // A document on this machine is nobody's burden: it is read as often as the configuration says.
    const history = readFrom.startsWith('file:') ? { failures: 0, changes: [] } : { failures, changes };
    const wait = untilNextReading({ every, now, chance: Math.random(), ...history, freshFor, retryAfter });
    this.memory.keep(source.description.source, { ...remembered, next: new Date(now + wait).toISOString() });
  }

  async #report(source: DeployedSource, { reports, withdrawn = [], errors }: ReadDocument): Promise<SourceOutcome> {
    const items = reports.map(({ item, fields }) => ({ item, fields, hash: hashOf(fields) }));
    const events = await this.#decide(source, { type: 'report', items, withdrawn });
    return {
      source: source.description.source,
      outcome: 'read',
      items: items.length,
      events,
      errors: errors.map(({ where, what }) => `${where}: ${what}`),
    };
  }

  async #decide({ assembly, description: { source } }: DeployedSource, command: Command): Promise<number> {
    const decision = await handle(this.store, `source-${source}`, sourceDecider, { ...command, source, assembly });
    return 'accepted' in decision ? decision.accepted.length : 0;
  }

  #now(): number {
    return Date.parse(this.clock.now());
  }
}

/** An address with a password is not exchanged for one without. */
const staying = ({ movedTo: _, ...result }: FetchResult): FetchResult => result;

const hashOf = (fields: unknown): string =>
  createHash('sha256').update(canonicalJson(fields)).digest('hex').slice(0, 32);

const hashOfDocument = ({ url, mediaType, body }: Extract<FetchResult, { status: 'fetched' }>): string =>
  createHash('sha256').update(`${url}\n${mediaType}\n`).update(body).digest('hex');

/** A failure of the source's, told as such; anything else is ours and is thrown on. */
const reasonOf = (error: unknown): FailureReason => {
  if (error instanceof FetchFailed)
    return {
      code: error.code,
      detail: error.status === 410 ? 'the server says that it is gone for good (HTTP 410)' : error.message,
    };
  if (error instanceof UnreadableDocument) return { code: 'unrecognised', detail: error.message };
  throw error;
};
