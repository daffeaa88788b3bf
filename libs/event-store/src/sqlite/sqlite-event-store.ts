import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Recorded } from '@relais/event-sourcing';
import type { Link } from '../chain.js';
import {
  EventStore,
  StreamEnded,
  streamEnded,
  type Appended,
  type Expected,
  type NewEvent,
  type Selection,
  type Shapes,
} from '../event-store.js';
import { prepared } from '../prepared.js';
import { catchUpThenLive } from '../subscription.js';
import { Wake } from '../wake.js';
import { GroupCommit } from './group-commit.js';
import { openLogFile } from './log-file.js';
import { blobOf, eventColumns, linkColumns, linkOf, newId, recordedOf, type EventRow, type LinkRow } from './rows.js';

const pageSize = 1_000;
const tables = 'event JOIN stream ON stream.id = event.stream JOIN event_type ON event_type.id = event.type';

export type SqliteOptions = Readonly<{
  /** What is recorded as the time of an event. */
  now?: () => string;
  /** How often it is looked whether another process wrote, in milliseconds; only while somebody subscribes. */
  pollInterval?: number;
  /** Only to read: nothing is made, nothing is written. */
  readOnly?: boolean;
  /** How events of the past are read by the code of today. */
  shapes?: Shapes;
}>;

type Value = string | number | Uint8Array;

/** Beyond every position. */
const last = BigInt(Number.MAX_SAFE_INTEGER);

/** The log in one SQLite file, durable when an append resolves, chained as it is written; several processes may write. */
export class SqliteEventStore extends EventStore {
  readonly #statements = new Map<string, StatementSync>();
  readonly #wake = new Wake();
  readonly #end = new AbortController();
  readonly #commits: GroupCommit;
  readonly #shapes: Shapes | undefined;
  readonly #pollInterval: number;
  #poll: NodeJS.Timeout | undefined;
  #seen: unknown;

  private constructor(
    private readonly database: DatabaseSync,
    { now = () => new Date().toISOString(), pollInterval = 50, shapes }: SqliteOptions,
  ) {
    super();
    this.#shapes = shapes;
    this.#commits = new GroupCommit(
      database,
      now,
      (id) => this.#withId(id),
      () => this.#wake.wake(),
    );
    this.#pollInterval = pollInterval;
  }

  /** Opens or makes the log; throws `NewerLog` or `LogUnavailable`. */
  static open(file: string, options: SqliteOptions = {}): SqliteEventStore {
    return new SqliteEventStore(openLogFile(file, options), options);
  }

  async append(stream: string, events: readonly NewEvent[], expected: Expected): Promise<Appended> {
    const written = prepared(stream, events, { newId, shapes: this.#shapes });
    return this.#commits.append({ stream, expected, events, prepared: written });
  }

  async copy(links: readonly Link[]): Promise<void> {
    this.#commits.copy(links);
  }

  async end(stream: string): Promise<void> {
    try {
      await this.append(stream, [{ type: streamEnded, data: {} }], 'any');
    } catch (error) {
      if (!(error instanceof StreamEnded)) throw error;
    }
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

  async *readBack(stream: string, before = Number.MAX_SAFE_INTEGER): AsyncIterable<Recorded> {
    for (let from = before; ;) {
      const page = this.#recorded(
        `SELECT ${eventColumns} FROM ${tables} WHERE stream.name = ? AND event.version < ? ORDER BY event.version DESC LIMIT ${pageSize}`,
        stream,
        from,
      );
      yield* page;
      if (page.length < pageSize) return;
      from = page.at(-1)?.version ?? from;
    }
  }

  async *readAll(after = 0n, selection: Selection = {}): AsyncIterable<readonly Recorded[]> {
    yield* this.#pages('> ?', 'ASC', after, selection);
  }

  async *readAllBack(before = last, selection: Selection = {}): AsyncIterable<readonly Recorded[]> {
    yield* this.#pages('< ?', 'DESC', before, selection);
  }

  async *links(after = 0n): AsyncIterable<readonly Link[]> {
    const sql = `SELECT ${linkColumns} FROM ${tables} WHERE event.position > ? ORDER BY event.position LIMIT ${pageSize}`;
    for (let from = after; ;) {
      const page = (this.#arrays(sql, Number(from)) as unknown as LinkRow[]).map(linkOf);
      if (page.length > 0) yield page;
      if (page.length < pageSize) return;
      from = page.at(-1)?.position ?? from;
    }
  }

  async *subscribe(after: bigint, signal: AbortSignal, selection?: Selection): AsyncIterable<readonly Recorded[]> {
    this.#watchOthers();
    yield* catchUpThenLive(this, this.#wake, after, AbortSignal.any([signal, this.#end.signal]), selection);
  }

  async head(): Promise<bigint> {
    return BigInt((this.#get('SELECT coalesce(max(position), 0) AS head FROM event') as { head: number }).head);
  }

  /** Positions have no gaps, so that the log is halved with a row each time. */
  async positionAt(instant: string): Promise<bigint> {
    const until = Date.parse(instant);
    let [found, after] = [0, Number(await this.head()) + 1];
    while (after - found > 1) {
      const middle = Math.floor((found + after) / 2);
      const [[at] = ['']] = this.#arrays('SELECT at FROM event WHERE position = ?', middle) as [string][];
      if (Date.parse(at) <= until) found = middle;
      else after = middle;
    }
    return BigInt(found);
  }

  async close(): Promise<void> {
    if (this.database.isOpen) this.#commits.flush();
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

  async *#pages(
    where: '> ?' | '< ?',
    order: 'ASC' | 'DESC',
    start: bigint,
    { types, page: most = pageSize }: Selection,
  ): AsyncIterable<readonly Recorded[]> {
    // The positions by themselves first: joined as well, each page would go through every event of these types.
    const selected = types
      ? `event.position IN (SELECT position FROM event WHERE position ${where} AND type IN
         (SELECT id FROM event_type WHERE name IN (${types.map(() => '?').join(', ')})) ORDER BY position ${order} LIMIT ${most})`
      : `event.position ${where}`;
    const sql = `SELECT ${eventColumns} FROM ${tables} WHERE ${selected} ORDER BY event.position ${order} LIMIT ${most}`;
    for (let from = start; ;) {
      const page = this.#recorded(sql, Number(from), ...(types ?? []));
      if (page.length > 0) yield page;
      if (page.length < most) return;
      from = page.at(-1)?.position ?? from;
    }
  }

  #withId(id: string): Recorded | undefined {
    return this.#recorded(`SELECT ${eventColumns} FROM ${tables} WHERE event.id = ?`, blobOf(id))[0];
  }

  #recorded(sql: string, ...values: Value[]): Recorded[] {
    const events = (this.#arrays(sql, ...values) as unknown as EventRow[]).map(recordedOf);
    const shapes = this.#shapes;
    return shapes === undefined ? events : events.map((event) => shapes.present(event));
  }

  #arrays(sql: string, ...values: Value[]): unknown[] {
    const statement = this.#statement(sql);
    statement.setReturnArrays(true);
    return statement.all(...values);
  }

  #get(sql: string): unknown {
    return this.#statement(sql).get();
  }

  #statement(sql: string): StatementSync {
    const known = this.#statements.get(sql) ?? this.database.prepare(sql);
    this.#statements.set(sql, known);
    return known;
  }
}
