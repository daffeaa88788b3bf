import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { EventStore } from '@relais/event-store';
import type { FailureReason } from '@relais/source';
import { UnreadableDocument } from '@relais/sources';
import { Fetcher, FetchFailed, type FetchResult } from '@relais/transport';
import { Clock, type Instant, type SourceId } from '@relais/vocabulary';
import type { DeployedSource } from '../../wiring/deployment.js';
import { DocumentReaders } from './document-readers.js';
import { hostRest, type HostRest } from './host-rest.js';
import { untilNextReading } from './next-reading.js';
import { preferredOf } from './preferred.js';
import { ReadingMemory, type Remembered } from './reading-memory.js';
import { afreshInTime, afterFailure, afterReading, isGone, remembersNothing, stillHolding } from './remembering.js';
import { Reporter } from './reporter.js';
import type { SourceOutcome } from './source-outcome.js';
import { baseOf, mayBeTold } from './told-address.js';

export type { SourceOutcome } from './source-outcome.js';

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
    @Inject(DocumentReaders) private readonly documents: DocumentReaders,
    @Inject(Reporter) private readonly reporter: Reporter,
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
      const next = known.next !== undefined && known.next > until ? known.next : until;
      this.memory.keep(id, { ...known, next });
      const errors = [`${new URL(url).host} asked to be left alone until ${until}`];
      return { source: id, outcome: 'postponed', items: 0, events: 0, errors };
    }
    try {
      const { validators, page } = known;
      const prefers = preferredOf(source, url);
      const result = await this.fetcher.fetch({
        url,
        signal,
        ...(validators && { validators }),
        ...(page && { page }),
        ...(prefers && { prefers }),
      });
      return await this.#take(source, known, mayBeTold(source, url, result.movedTo) ? result : staying(result));
    } catch (error) {
      if (signal.aborted) throw error;
      return await this.#fail(source, known, url, error);
    }
  }

  async #take(source: DeployedSource, known: Remembered, result: FetchResult): Promise<SourceOutcome> {
    const id = source.description.source;
    const hash = result.status === 'fetched' ? hashOfDocument(result) : known.hash;
    const at = this.clock.now();
    if (result.status === 'not-modified' || hash === known.hash) {
      const told = await this.reporter.unchanged(source, known, at);
      const remembered = afterReading(known, result, { ...told, at, changed: false, recognised: true });
      const events = told.events + (await this.#keep(source, known, remembered, result));
      return { source: id, outcome: 'not-modified', items: 0, events, errors: [] };
    }
    const read = await this.documents.read({
      ...{ ...result, url: baseOf(source, result.url) },
      ...{ fetchedAt: at, zone: source.zone },
    });
    const { reports, errors, revisit } = read.document;
    const told = await this.reporter.read(source, read, known, at);
    const remembered = afterReading(known, result, {
      ...told,
      ...{ at, changed: told.events > 0, recognised: reports.length > told.events },
      ...(hash !== undefined && { hash }),
      ...(revisit && { revisit }),
    });
    const events = told.events + (await this.#keep(source, known, remembered, result));
    const words = errors.map(({ where, what }) => `${where}: ${what}`);
    return { source: id, outcome: 'read', items: reports.length, events, errors: words };
  }

  async #fail(source: DeployedSource, known: Remembered, url: string, error: unknown): Promise<SourceOutcome> {
    const reason = reasonOf(error);
    const { status, retryAfter } = error instanceof FetchFailed ? error : {};
    const rest = hostRest(error, url);
    if (rest) this.#leaveAlone(rest);
    const remembered = afterFailure(known, status);
    this.#keepUntil(source, remembered, { retryAfter });
    const events = await this.reporter.failed(source, reason, known, isGone(remembered));
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

  /** Also records where it moved, once that is believed; resolves to how many events that made. */
  async #keep(
    source: DeployedSource,
    { address: before }: Remembered,
    remembered: Remembered,
    result: FetchResult,
  ): Promise<number> {
    this.#keepUntil(source, remembered, result);
    const { address } = remembered;
    return address === undefined || address === before ? 0 : this.reporter.moved(source, address);
  }

  #keepUntil(
    source: DeployedSource,
    remembered: Remembered,
    { freshFor, retryAfter }: { freshFor?: number | undefined; retryAfter?: number | undefined },
  ): void {
    const { readFrom, everyMinutes: every } = source;
    const now = this.#now();
    const { failures, revisit } = remembered;
    const changes = remembered.changes.map((at) => Date.parse(at));
    // A document on this machine is nobody's burden: it is read as often as the configuration says.
    const history = readFrom.startsWith('file:') ? { failures: 0, changes: [] } : { failures, changes, revisit };
    const wait = untilNextReading({ every, now, chance: Math.random(), ...history, freshFor, retryAfter });
    this.memory.keep(source.description.source, { ...remembered, next: new Date(now + wait).toISOString() });
  }

  /** Who asked for more before gets that. */
  #leaveAlone({ host, seconds }: HostRest): void {
    const until = new Date(this.#now() + seconds * 1_000).toISOString();
    if (until > (this.memory.heldUntil(host) ?? '')) this.memory.hold(host, until);
  }

  #now(): number {
    return Date.parse(this.clock.now());
  }
}

/** What must not be told is not learnt either: an address with a password is not exchanged for one without. */
const staying = ({ movedTo: _, ...result }: FetchResult): FetchResult => result;

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
