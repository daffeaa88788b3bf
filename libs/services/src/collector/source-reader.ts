import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { EventStore, handle } from '@relais/event-store';
import { source as sourceDecider, type FailureReason, type SourceCommand } from '@relais/source';
import { readDocument, UnreadableDocument, type ReadDocument } from '@relais/sources';
import { Fetcher, FetchFailed, type Validators } from '@relais/transport';
import { canonicalJson, Clock, type SourceId } from '@relais/vocabulary';
import type { DeployedSource } from '../wiring/deployment.js';

/** What reading a source once came to. */
export type SourceOutcome = Readonly<{
  source: SourceId;
  outcome: 'read' | 'not-modified' | 'failed';
  items: number;
  /** How many events it made: its own, and those of the gatherings it speaks of. */
  events: number;
  /** Items of the document that could not be used, in words. */
  errors: readonly string[];
  reason?: FailureReason;
}>;

/** Fetches one source, reads its document, and lets the source's decider say what of it is new. */
@Injectable()
export class SourceReader {
  /** Only so as not to fetch what did not change; after a restart everything is fetched once. */
  readonly #validators = new Map<SourceId, Validators>();

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(Fetcher) private readonly fetcher: Fetcher,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async read(source: DeployedSource, signal: AbortSignal): Promise<SourceOutcome> {
    const { description, readFrom: url } = source;
    const id = description.source;
    try {
      const validators = this.#validators.get(id);
      const fetched = await this.fetcher.fetch({ url, signal, ...(validators && { validators }) });
      if (fetched.status === 'not-modified')
        return { source: id, outcome: 'not-modified', items: 0, events: 0, errors: [] };
      const fetchedAt = this.clock.now();
      const { document } = await readDocument({ ...fetched, fetchedAt, zone: source.zone });
      const outcome = await this.#report(source, document);
      this.#validators.set(id, fetched.validators);
      return outcome;
    } catch (error) {
      if (signal.aborted) throw error;
      const reason = reasonOf(error);
      this.#validators.delete(id);
      const events = await this.#decide(source, { type: 'fail', reason });
      return { source: id, outcome: 'failed', items: 0, events, errors: [], reason };
    }
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

  async #decide(
    { assembly, description: { source } }: DeployedSource,
    command:
      Omit<Extract<SourceCommand, { type: 'report' }>, 'source' | 'assembly'> | { type: 'fail'; reason: FailureReason },
  ): Promise<number> {
    const decision = await handle(this.store, `source-${source}`, sourceDecider, { ...command, source, assembly });
    return 'accepted' in decision ? decision.accepted.length : 0;
  }
}

const hashOf = (fields: unknown): string =>
  createHash('sha256').update(canonicalJson(fields)).digest('hex').slice(0, 32);

/** A failure of the source's, told as such; anything else is ours and is thrown on. */
const reasonOf = (error: unknown): FailureReason => {
  if (error instanceof FetchFailed) return { code: error.code, detail: error.message };
  if (error instanceof UnreadableDocument) return { code: 'unrecognised', detail: error.message };
  throw error;
};
