import { createHash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { knownEvent } from '@relais/catalogue';
import type { Recorded } from '@relais/event-sourcing';
import { projections as all } from '../projections.js';
import { CachedRows } from './cached-rows.js';
import { createTable, tableOf, TableWriter, type AnyProjection } from './table.js';

/** The shape of a generation's file. Another one is not mended but made anew. */
const format = 1;

const pragmas =
  'PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA busy_timeout=10000; PRAGMA cache_size=-8000;';

type Handler = (rows: CachedRows, event: Recorded) => void;

/** One built set of all read models: one file, its position in the same transaction as its rows. */
export class Generation {
  #writers: ReadonlyMap<AnyProjection, TableWriter> | undefined;
  #position: bigint;

  private constructor(
    readonly number: number,
    private readonly database: DatabaseSync,
    private readonly projections: readonly AnyProjection[],
  ) {
    this.#position = BigInt(
      (database.prepare('SELECT position FROM generation').get() as { position: string }).position,
    );
  }

  /** Opens or makes the file (or `:memory:`). */
  static open(file: string, number: number, projections: readonly AnyProjection[] = all): Generation {
    const database = new DatabaseSync(file);
    database.exec(pragmas);
    database.exec('BEGIN IMMEDIATE');
    database.exec('CREATE TABLE IF NOT EXISTS generation(format INTEGER NOT NULL, position TEXT NOT NULL, event TEXT)');
    database.exec(
      'CREATE TABLE IF NOT EXISTS projection(name TEXT PRIMARY KEY, version INTEGER NOT NULL, position TEXT NOT NULL, at TEXT NOT NULL)',
    );
    const begun = database.prepare('SELECT 1 FROM generation').get() !== undefined;
    if (!begun) {
      database.prepare('INSERT INTO generation VALUES (?, ?, NULL)').run(format, '0');
      for (const projection of projections) {
        createTable(database, projection);
        database
          .prepare("INSERT INTO projection VALUES (?, ?, '0', ?)")
          .run(projection.name, projection.version, '1970-01-01T00:00:00.000Z');
      }
    }
    database.exec('COMMIT');
    return new Generation(number, database, projections);
  }

  /** The position that all rows stand at. */
  get position(): bigint {
    return this.#position;
  }

  /** The id of the event at that position; undefined at the beginning. */
  get lastEvent(): string | undefined {
    return (this.database.prepare('SELECT event FROM generation').get() as { event: string | null }).event ?? undefined;
  }

  /** Why this file cannot be gone on with by this code; undefined when it can. */
  get outdated(): string | undefined {
    const found = this.database.prepare('SELECT format FROM generation').get() as { format: number };
    if (found.format !== format) return `its format is ${found.format}, not ${format}`;
    const versions = new Map(
      (this.database.prepare('SELECT name, version FROM projection').all() as { name: string; version: number }[]).map(
        ({ name, version }) => [name, version],
      ),
    );
    const other = this.projections.find(({ name, version }) => versions.get(name) !== version);
    return other && `${other.name} is at version ${versions.get(other.name) ?? 'none'}, not ${other.version}`;
  }

  /** Applies events in order, all or none: rows and position in one transaction. */
  apply(events: readonly Recorded[]): void {
    const last = events.at(-1);
    if (last === undefined) return;
    this.database.exec('BEGIN IMMEDIATE');
    try {
      const changed = this.#project(events);
      for (const [projection, event] of changed)
        this.#run(
          'UPDATE projection SET position = ?, at = ? WHERE name = ?',
          String(event.position),
          event.recordedAt,
          projection.name,
        );
      this.#run('UPDATE generation SET position = ?, event = ?', String(last.position), last.id);
      this.database.exec('COMMIT');
    } catch (error) {
      this.database.exec('ROLLBACK');
      throw error;
    }
    this.#position = last.position;
  }

  /** SHA-256 over all rows of all projections in order of their keys: equal for equal read models. */
  digest(): string {
    const hash = createHash('sha256');
    for (const projection of this.projections)
      for (const row of this.database.prepare(`SELECT key, row FROM ${tableOf(projection)} ORDER BY key`).iterate())
        hash.update(JSON.stringify([projection.name, row['key'], row['row']]));
    return hash.digest('hex');
  }

  /** Everything is in the one file, so that it may be renamed. */
  close(): void {
    if (!this.database.isOpen) return;
    this.database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    this.database.close();
  }

  /** Not before the first events: a file of another version has other tables, and is asked only whether it is outdated. */
  #tables(): ReadonlyMap<AnyProjection, TableWriter> {
    this.#writers ??= new Map(
      this.projections.map((projection) => [projection, new TableWriter(this.database, projection)]),
    );
    return this.#writers;
  }

  #project(events: readonly Recorded[]): Map<AnyProjection, Recorded> {
    const changed = new Map<AnyProjection, Recorded>();
    const rows = new Map([...this.#tables()].map(([projection, table]) => [projection, new CachedRows(table)]));
    for (const event of events) {
      const known = knownEvent(event);
      for (const [projection, cached] of rows) {
        const handler = projection.on[known.type] as Handler | undefined;
        if (handler === undefined) continue;
        handler(cached, event);
        changed.set(projection, event);
      }
    }
    for (const cached of rows.values()) cached.flush();
    return changed;
  }

  #run(sql: string, ...values: string[]): void {
    this.database.prepare(sql).run(...values);
  }
}
