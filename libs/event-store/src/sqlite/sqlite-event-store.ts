import type { DatabaseSync, StatementSync } from 'node:sqlite';
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
import { openLogFile } from './log-file.js';
import { blobOf, eventColumns, newId, recordedOf, type EventRow } from './rows.js';

const pageSize = 1_000;
const tables = 'event JOIN stream ON stream.id = event.stream JOIN event_type ON event_type.id = event.type';

export type SqliteOptions = Readonly<{
  /** What is recorded as the time of an event. */
  now?: () => string;
  /** How often it is looked whether another process wrote, in milliseconds; only while somebody subscribes. */
  pollInterval?: number;
  /** Only to read: nothing is made, nothing is written. */
  readOnly?: boolean;
}>;

/** The log in one SQLite file: one transaction per append, durable when it resolves; several processes may write. */
export class SqliteEventStore extends EventStore {
  readonly #statements = new Map<string, StatementSync>();
  readonly #types = new Map<string, number>();
  readonly #wake = new Wake();
  readonly #end = new AbortController();
  readonly #now: () => string;
  readonly #pollInterval: number;
  #poll: NodeJS.Timeout | undefined;
  #seen: unknown;

  private constructor(
    private readonly database: DatabaseSync,
    { now = () => new Date().toISOString(), pollInterval = 50 }: SqliteOptions,
  ) {
    super();
    this.#now = now;
    this.#pollInterval = pollInterval;
  }

  /** Opens or makes the log; throws `NewerLog` or `LogUnavailable`. */
  static open(file: string, options: SqliteOptions = {}): SqliteEventStore {
    return new SqliteEventStore(openLogFile(file, options), options);
  }

  async append(stream: string, events: readonly NewEvent[], expected: Expected): Promise<Appended> {
    this.database.exec('BEGIN IMMEDIATE');
    try {
      const appended = this.#append(stream, events, expected);
      this.database.exec('COMMIT');
      if (events.length > 0) this.#wake.wake();
      return appended;
    } catch (error) {
      if (this.database.isTransaction) this.database.exec('ROLLBACK');
      throw error;
    }
  }

  #append(stream: string, events: readonly NewEvent[], expected: Expected): Appended {
    const before = alreadyRecorded(stream, events, (id) => this.#withId(id));
    if (before) return before;
    const known = this.#get('SELECT id, version FROM stream WHERE name = ?', stream) as
      { id: number; version: number } | undefined;
    const actual = known?.version ?? 0;
    if (!isAsExpected(expected, actual)) throw new WrongVersion(stream, expected, actual);
    let position = this.#head();
    if (events.length === 0) return { version: actual, position: BigInt(position) };
    const id = known?.id ?? Number(this.#run('INSERT INTO stream(name, version) VALUES (?, 0)', stream));
    const at = this.#now();
    let version = actual;
    for (const event of events)
      this.#run(
        'INSERT INTO event(position, id, stream, version, type, data, at) VALUES (?, ?, ?, ?, ?, ?, ?)',
        ++position,
        event.id === undefined ? newId() : blobOf(event.id),
        id,
        ++version,
        this.#typeId(event.type),
        JSON.stringify(event.data),
        at,
      );
    this.#run('UPDATE stream SET version = ? WHERE id = ?', version, id);
    return { version, position: BigInt(position) };
  }

  async *read(stream: string, after = 0): AsyncIterable<Recorded> {
    for (let from = after; ;) {
      const page = this.#recorded(
        `SELECT ${eventColumns} FROM ${tables} WHERE stream.name = ? AND event.version > ? ORDER BY event.version LIMIT ${pageSize}`,
        stream,
        from,
      );
      yield* page;
      if (page.length < pageSize) return;
      from = page.at(-1)?.version ?? from;
    }
  }

  async *readAll(after = 0n, { types }: Selection = {}): AsyncIterable<readonly Recorded[]> {
    const selected = types && `AND event_type.name IN (${types.map(() => '?').join(', ')})`;
    for (let from = Number(after); ;) {
      const page = this.#recorded(
        `SELECT ${eventColumns} FROM ${tables} WHERE event.position > ? ${selected ?? ''} ORDER BY event.position LIMIT ${pageSize}`,
        from,
        ...(types ?? []),
      );
      if (page.length > 0) yield page;
      if (page.length < pageSize) return;
      from = Number(page.at(-1)?.position ?? from);
    }
  }

  async *subscribe(after: bigint, signal: AbortSignal, selection?: Selection): AsyncIterable<readonly Recorded[]> {
    this.#watchOthers();
    yield* catchUpThenLive(this, this.#wake, after, AbortSignal.any([signal, this.#end.signal]), selection);
  }

  async head(): Promise<bigint> {
    return BigInt(this.#head());
  }

  async close(): Promise<void> {
    this.#end.abort();
    clearInterval(this.#poll);
    if (this.database.isOpen) this.database.close();
  }

  /** What other processes write is noticed by SQLite's own counter; what we write wakes at once. */
  #watchOthers(): void {
    this.#poll ??= setInterval(() => {
      if (!this.#wake.awaited) return;
      const version = (this.#get('PRAGMA data_version') as { data_version: number }).data_version;
      if (version !== this.#seen) this.#wake.wake();
      this.#seen = version;
    }, this.#pollInterval).unref();
  }

  #head(): number {
    return (this.#get('SELECT coalesce(max(position), 0) AS head FROM event') as { head: number }).head;
  }

  #typeId(name: string): number {
    const cached = this.#types.get(name);
    if (cached !== undefined) return cached;
    const known = this.#get('SELECT id FROM event_type WHERE name = ?', name) as { id: number } | undefined;
    if (known === undefined) return Number(this.#run('INSERT INTO event_type(name) VALUES (?)', name));
    this.#types.set(name, known.id);
    return known.id;
  }

  #withId(id: string): Recorded | undefined {
    return this.#recorded(`SELECT ${eventColumns} FROM ${tables} WHERE event.id = ?`, blobOf(id))[0];
  }

  #recorded(sql: string, ...values: (string | number | Uint8Array)[]): Recorded[] {
    const statement = this.#statement(sql);
    statement.setReturnArrays(true);
    return (statement.all(...values) as unknown as EventRow[]).map(recordedOf);
  }

  #get(sql: string, ...values: string[]): unknown {
    return this.#statement(sql).get(...values);
  }

  #run(sql: string, ...values: (string | number | Uint8Array)[]): number | bigint {
    return this.#statement(sql).run(...values).lastInsertRowid;
  }

  #statement(sql: string): StatementSync {
    const known = this.#statements.get(sql) ?? this.database.prepare(sql);
    this.#statements.set(sql, known);
    return known;
  }
}
