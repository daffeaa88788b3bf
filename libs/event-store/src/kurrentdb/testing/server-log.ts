/** An event as the server holds it. */
export type Held = Readonly<{
  id: string;
  stream: string;
  revision: bigint;
  position: bigint;
  type: string;
  contentType: string;
  data: Uint8Array;
  metadata: Uint8Array;
  created: bigint;
}>;

export type Proposed = Pick<Held, 'id' | 'type' | 'contentType' | 'data' | 'metadata'>;
export type ExpectedRevision = 'any' | 'no stream' | 'stream exists' | bigint;

export type Outcome =
  | Readonly<{ written: true; revision: bigint; position: bigint }>
  | Readonly<{ written: false; because: 'wrong version'; current: bigint | undefined }>
  | Readonly<{ written: false; because: 'deleted' | 'too large' }>;

/** What a server takes at once where it is not told otherwise. */
export const maximumAppend = 1_048_576;

const ticks = (): bigint => BigInt(Date.now()) * 10_000n;

/** What an event store server holds, and its rules for writing, as its documentation and its source say them. */
export class ServerLog {
  readonly all: Held[] = [];
  readonly #streams = new Map<string, Held[]>();
  readonly #deleted = new Set<string>();
  readonly #written = new Set<() => void>();
  /** Ids that were written since the server was started: all that it knows of them where any version is expected. */
  readonly #recent = new Map<string, Held>();
  #next = 0n;

  constructor() {
    // A server writes about itself from its first moment on.
    this.#hold('$$$scavenges', { ...bare, type: '$metadata' });
  }

  stream(name: string): readonly Held[] {
    return this.#streams.get(name) ?? [];
  }

  isDeleted(name: string): boolean {
    return this.#deleted.has(name);
  }

  /** Calls back after each append; returns how to stop it. */
  onWritten(told: () => void): () => void {
    this.#written.add(told);
    return () => this.#written.delete(told);
  }

  append(stream: string, expected: ExpectedRevision, events: readonly Proposed[]): Outcome {
    if (this.#deleted.has(stream)) return { written: false, because: 'deleted' };
    const size = events.reduce((sum, { data, metadata }) => sum + data.length + metadata.length, 0);
    if (size > maximumAppend) return { written: false, because: 'too large' };
    const current = this.stream(stream).at(-1)?.revision;
    const known = this.#known(stream, expected, events);
    if (known === 'some') return { written: false, because: 'wrong version', current };
    if (known !== undefined) return { written: true, revision: known.revision, position: known.position };
    if (!isExpected(expected, current)) return { written: false, because: 'wrong version', current };
    for (const event of events) this.#hold(stream, event);
    const last = this.all.at(-1);
    this.#tell();
    return { written: true, revision: this.stream(stream).at(-1)?.revision ?? 0n, position: last?.position ?? 0n };
  }

  /** What a server no longer knows when it is started anew. */
  forget(): void {
    this.#recent.clear();
  }

  /** Ends a stream as an operator does, with the server's own tools. */
  tombstone(stream: string): void {
    this.#deleted.add(stream);
    this.#hold(stream, { ...bare, type: '$streamDeleted' });
    this.#tell();
  }

  /** Writes what a server writes by itself, such as its statistics. */
  writeOfItsOwn(count: number): void {
    for (let n = 0; n < count; n++) this.#hold('$stats-127.0.0.1:2113', { ...bare, type: '$statsCollected' });
    this.#tell();
  }

  /** The index of the event that begins at a position; undefined where none does. Right behind the last one, a record may begin. */
  at(position: bigint): number | undefined {
    if (position === this.#next) return this.all.length;
    const index = this.all.findIndex((event) => event.position === position);
    return index < 0 ? undefined : index;
  }

  /** Ids are compared within their stream: with those behind the expected revision, or with the recent ones for any. */
  #known(stream: string, expected: ExpectedRevision, events: readonly Proposed[]): Held | 'some' | undefined {
    const held = this.stream(stream);
    const isExact = typeof expected === 'bigint' || expected === 'no stream';
    const first = typeof expected === 'bigint' ? Number(expected) + 1 : 0;
    const found = events.map(({ id }, n) => {
      const there = isExact ? held[first + n] : this.#recent.get(`${id} ${stream}`);
      return there?.id === id ? there : undefined;
    });
    if (found[0] === undefined) return undefined;
    return found.every((one) => one !== undefined) ? found.at(-1) : 'some';
  }

  #hold(stream: string, event: Proposed): void {
    const held = this.#streams.get(stream) ?? [];
    const record = { ...event, stream, revision: BigInt(held.length), position: this.#next, created: ticks() };
    this.#streams.set(stream, held);
    held.push(record);
    this.all.push(record);
    this.#recent.set(`${record.id} ${stream}`, record);
    // The next record begins where this one ends: positions are not without gaps.
    this.#next += BigInt(100 + stream.length + event.data.length + event.metadata.length);
  }

  #tell(): void {
    for (const told of this.#written) told();
  }
}

const bare = {
  id: '00000000-0000-4000-8000-000000000000',
  contentType: 'application/json',
  data: Buffer.from('{}'),
  metadata: Buffer.from(''),
};

const isExpected = (expected: ExpectedRevision, current: bigint | undefined): boolean => {
  if (expected === 'any') return true;
  if (expected === 'no stream') return current === undefined;
  if (expected === 'stream exists') return current !== undefined;
  return current === expected;
};
