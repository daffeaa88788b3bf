import type { Metadata, Recorded } from '@relais/event-sourcing';
import { beginning, chained, type Link } from '../chain.js';
import {
  EventStore,
  StreamEnded,
  streamEnded,
  WrongVersion,
  type Appended,
  type Expected,
  type NewEvent,
  type Selection,
  type Shapes,
} from '../event-store.js';
import { alreadyRecorded, isAsExpected } from '../expectation.js';
import { prepared } from '../prepared.js';
import { catchUpThenLive } from '../subscription.js';
import { Wake } from '../wake.js';

const pageSize = 1_000;

const inPages = function* <Value>(values: readonly Value[]): Iterable<readonly Value[]> {
  for (let start = 0; start < values.length; start += pageSize) yield values.slice(start, start + pageSize);
};

/** The log in memory: for tests and for trying things out. */
export class MemoryEventStore extends EventStore {
  readonly #log: Recorded[] = [];
  readonly #ids = new Map<string, Recorded>();
  readonly #streams = new Map<string, Recorded[]>();
  readonly #wake = new Wake();
  readonly #end = new AbortController();
  readonly #links: Link[] = [];
  readonly #now: () => string;
  readonly #shapes: Shapes | undefined;

  constructor({ now = () => new Date().toISOString(), shapes }: { now?: () => string; shapes?: Shapes } = {}) {
    super();
    this.#now = now;
    this.#shapes = shapes;
  }

  async append(stream: string, events: readonly NewEvent[], expected: Expected): Promise<Appended> {
    const written = prepared(stream, events, { shapes: this.#shapes });
    const recorded = this.#streams.get(stream) ?? [];
    const before = alreadyRecorded(stream, events, (id) => this.#ids.get(id));
    if (before) return before;
    if (recorded.at(-1)?.type === streamEnded) throw new StreamEnded(stream);
    const actual = recorded.length;
    if (!isAsExpected(expected, actual)) throw new WrongVersion(stream, expected, actual);
    const recordedAt = this.#now();
    for (const [index, event] of written.entries())
      this.#write({ ...event, stream, version: actual + index + 1, recordedAt });
    if (events.length > 0) this.#wake.wake();
    return { version: actual + events.length, position: BigInt(this.#log.length) };
  }

  async copy(links: readonly Link[]): Promise<void> {
    const tails = new Map<string, Readonly<{ version: number; type: string }>>();
    for (const { stream, version, type } of links) {
      const tail = tails.get(stream) ?? this.#streams.get(stream)?.at(-1);
      if (tail?.type === streamEnded) throw new StreamEnded(stream);
      const actual = tail?.version ?? 0;
      if (actual !== version - 1) throw new WrongVersion(stream, version - 1, actual);
      tails.set(stream, { version, type });
    }
    for (const link of links) this.#write(link);
    if (links.length > 0) this.#wake.wake();
  }

  async end(stream: string): Promise<void> {
    if (this.#streams.get(stream)?.at(-1)?.type === streamEnded) return;
    await this.append(stream, [{ type: streamEnded, data: {} }], 'any');
  }

  async *read(stream: string, after = 0): AsyncIterable<Recorded> {
    yield* this.#presented((this.#streams.get(stream) ?? []).slice(after));
  }

  async *readBack(stream: string, before = Infinity): AsyncIterable<Recorded> {
    const events = (this.#streams.get(stream) ?? []).filter(({ version }) => version < before);
    yield* this.#presented(events.reverse());
  }

  async *readAll(after = 0n, selection: Selection = {}): AsyncIterable<readonly Recorded[]> {
    yield* this.#pages(this.#log.slice(Number(after)), selection);
  }

  async *readAllBack(
    before = BigInt(this.#log.length + 1),
    selection: Selection = {},
  ): AsyncIterable<readonly Recorded[]> {
    yield* this.#pages(this.#log.slice(0, Math.max(0, Number(before) - 1)).reverse(), selection);
  }

  async *links(after = 0n): AsyncIterable<readonly Link[]> {
    yield* inPages(this.#links.slice(Number(after)));
  }

  subscribe(after: bigint, signal: AbortSignal, selection?: Selection): AsyncIterable<readonly Recorded[]> {
    return catchUpThenLive(this, this.#wake, after, AbortSignal.any([signal, this.#end.signal]), selection);
  }

  async head(): Promise<bigint> {
    return BigInt(this.#log.length);
  }

  async positionAt(instant: string): Promise<bigint> {
    const until = Date.parse(instant);
    return this.#log.findLast(({ recordedAt }) => Date.parse(recordedAt) <= until)?.position ?? 0n;
  }

  async close(): Promise<void> {
    this.#end.abort();
  }

  #write({ id, stream, version, type, recordedAt, metadata, data }: Omit<Link, 'position' | 'hash'>): void {
    const place = { position: BigInt(this.#log.length + 1), id, stream, version, type, recordedAt };
    const link = { ...place, metadata, data };
    this.#links.push({ ...link, hash: chained(this.#links.at(-1)?.hash ?? beginning, link) });
    const known = JSON.parse(metadata) as Metadata;
    const plain = JSON.parse(data) as object;
    const event = { ...place, data: plain, ...(Object.keys(known).length > 0 && { metadata: known }) };
    this.#log.push(event);
    this.#ids.set(id, event);
    const recorded = this.#streams.get(stream);
    if (recorded) recorded.push(event);
    else this.#streams.set(stream, [event]);
  }

  *#pages(events: readonly Recorded[], { types }: Selection): Iterable<readonly Recorded[]> {
    yield* inPages(this.#presented(events.filter(({ type }) => types === undefined || types.includes(type))));
  }

  #presented(events: readonly Recorded[]): readonly Recorded[] {
    const shapes = this.#shapes;
    return shapes === undefined ? events : events.map((event) => shapes.present(event));
  }
}
