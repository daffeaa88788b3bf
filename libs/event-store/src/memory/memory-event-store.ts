import { randomUUID } from 'node:crypto';
import type { Recorded } from '@relais/event-sourcing';
import {
  EventStore,
  WrongVersion,
  type Appended,
  type Expected,
  type NewEvent,
  type Selection,
} from '../event-store.js';
import { alreadyRecorded, isAsExpected } from '../expectation.js';
import { catchUpThenLive } from '../subscription.js';
import { Wake } from '../wake.js';

const pageSize = 1_000;

/** The log in memory: for tests and for trying things out. */
export class MemoryEventStore extends EventStore {
  readonly #log: Recorded[] = [];
  readonly #ids = new Map<string, Recorded>();
  readonly #streams = new Map<string, Recorded[]>();
  readonly #wake = new Wake();
  readonly #end = new AbortController();
  readonly #now: () => string;

  constructor({ now = () => new Date().toISOString() }: { now?: () => string } = {}) {
    super();
    this.#now = now;
  }

  async append(stream: string, events: readonly NewEvent[], expected: Expected): Promise<Appended> {
    const recorded = this.#streams.get(stream) ?? [];
    const before = alreadyRecorded(stream, events, (id) => this.#ids.get(id));
    if (before) return before;
    const actual = recorded.length;
    if (!isAsExpected(expected, actual)) throw new WrongVersion(stream, expected, actual);
    const recordedAt = this.#now();
    for (const [index, { id = randomUUID(), type, data }] of events.entries()) {
      const position = BigInt(this.#log.length + 1);
      const plain: unknown = JSON.parse(JSON.stringify(data));
      const event = { id, type, data: plain as object, stream, version: actual + index + 1, position, recordedAt };
      this.#log.push(event);
      this.#ids.set(id, event);
      recorded.push(event);
    }
    if (recorded.length > 0) this.#streams.set(stream, recorded);
    if (events.length > 0) this.#wake.wake();
    return { version: recorded.length, position: BigInt(this.#log.length) };
  }

  async *read(stream: string, after = 0): AsyncIterable<Recorded> {
    yield* (this.#streams.get(stream) ?? []).slice(after);
  }

  async *readAll(after = 0n, { types }: Selection = {}): AsyncIterable<readonly Recorded[]> {
    const selected = this.#log.slice(Number(after)).filter(({ type }) => types === undefined || types.includes(type));
    for (let start = 0; start < selected.length; start += pageSize) yield selected.slice(start, start + pageSize);
  }

  subscribe(after: bigint, signal: AbortSignal, selection?: Selection): AsyncIterable<readonly Recorded[]> {
    return catchUpThenLive(this, this.#wake, after, AbortSignal.any([signal, this.#end.signal]), selection);
  }

  async head(): Promise<bigint> {
    return BigInt(this.#log.length);
  }

  async close(): Promise<void> {
    this.#end.abort();
  }
}
