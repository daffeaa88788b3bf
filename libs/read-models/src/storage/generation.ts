import { DatabaseSync } from 'node:sqlite';
import type { Recorded } from '@relais/event-sourcing';
import { projections as all } from '../projections.js';
import { CachedRows } from './cached-rows.js';
import { digestOf, outdatedBecause, prepareFile, Standing } from './generation-file.js';
import { project } from './projecting.js';
import { createIndexes, TableWriter, type AnyProjection } from './table.js';

/**
 * What was committed is written back into the file, and synced, once 10,000 pages (40 MB) of it have come together: who
 * waits for a row then waits for the disk, so seldom is better. The WAL does not grow beyond: every reader's transaction is
 * one statement that is read to its end at once, so that none holds the writing back, and it begins anew thereafter.
 * What is replaced in a page is overwritten (secure_delete), as it is written anyway: nothing of who was erased is left there.
 */
const pragmas = `
PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA wal_autocheckpoint=10000;
PRAGMA busy_timeout=10000; PRAGMA cache_size=-8000; PRAGMA secure_delete=FAST;
`;

/** One built set of all read models: one file, its position in the same transaction as its rows. */
export class Generation {
  #writers: ReadonlyMap<AnyProjection, TableWriter> | undefined;
  #position: bigint;
  readonly #standing: Standing;

  private constructor(
    readonly number: number,
    private readonly database: DatabaseSync,
    private readonly projections: readonly AnyProjection[],
  ) {
    this.#standing = new Standing(database);
    this.#position = BigInt(
      (database.prepare('SELECT position FROM generation').get() as { position: string }).position,
    );
  }

  /** Opens or makes the file (or `:memory:`). */
  static open(file: string, number: number, projections: readonly AnyProjection[] = all): Generation {
    const database = new DatabaseSync(file);
    database.exec(pragmas);
    database.exec('BEGIN IMMEDIATE');
    if (prepareFile(database, projections)) for (const projection of projections) createIndexes(database, projection);
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
    return outdatedBecause(this.database, this.projections);
  }

  /** Applies events in order, all or none: rows and position in one transaction. */
  apply(events: readonly Recorded[]): void {
    const last = events.at(-1);
    if (last === undefined) return;
    this.database.exec('BEGIN IMMEDIATE');
    try {
      const rows = new Map([...this.#tables()].map(([projection, table]) => [projection, new CachedRows(table)]));
      const changed = project(events, rows);
      for (const cached of rows.values()) cached.flush();
      this.#standing.write(last, changed);
      this.database.exec('COMMIT');
    } catch (error) {
      this.database.exec('ROLLBACK');
      throw error;
    }
    this.#position = last.position;
  }

  /** SHA-256 over all rows of all projections in order of their keys: equal for equal read models. */
  digest(): string {
    return digestOf(this.database, this.projections);
  }

  /** Everything is in the one file, so that it may be copied. */
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
}
