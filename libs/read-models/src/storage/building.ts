import { closeSync, fsyncSync, openSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { DatabaseSync } from 'node:sqlite';
import type { Recorded } from '@relais/event-sourcing';
import { projections as all } from '../projections.js';
import { CachedRows } from './cached-rows.js';
import { digestOf, prepareFile, Standing } from './generation-file.js';
import { project } from './projecting.js';
import { createIndexes, TableWriter, type AnyProjection } from './table.js';

/** Nobody reads it yet, and what a crash leaves of it is thrown away: no journal on the disk, no sync before the end. */
const pragmas = 'PRAGMA journal_mode=MEMORY; PRAGMA synchronous=OFF; PRAGMA cache_size=-64000;';

/** How many rows of each projection stay in memory between two pages of events. */
const kept = 5_000;

/**
 * A generation that is being built aside: one transaction from beginning to end, indexes when the rows are there. What
 * fails in it cannot be gone on with, only closed and built anew.
 */
export class Building {
  readonly #standing: Standing;
  readonly #rows: ReadonlyMap<AnyProjection, CachedRows>;
  readonly #changed = new Map<AnyProjection, Recorded>();
  #last: Recorded | undefined;
  #indexed = false;

  private constructor(
    readonly number: number,
    private readonly file: string,
    private readonly database: DatabaseSync,
    private readonly projections: readonly AnyProjection[],
  ) {
    this.#standing = new Standing(database);
    this.#rows = new Map(
      projections.map((projection) => [projection, new CachedRows(new TableWriter(database, projection))]),
    );
  }

  /** Makes the file, which must not be there yet. */
  static begin(file: string, number: number, projections: readonly AnyProjection[] = all): Building {
    const database = new DatabaseSync(file);
    database.exec(pragmas);
    database.exec('BEGIN IMMEDIATE');
    prepareFile(database, projections);
    return new Building(number, file, database, projections);
  }

  get position(): bigint {
    return this.#last?.position ?? 0n;
  }

  apply(events: readonly Recorded[]): void {
    for (const [projection, event] of project(events, this.#rows)) this.#changed.set(projection, event);
    for (const rows of this.#rows.values()) rows.flush(kept);
    this.#last = events.at(-1) ?? this.#last;
  }

  /** Everything up to this event was read, though the projections handle none of the last ones. */
  standAt(event: Recorded | undefined): void {
    if (event && event.position > this.position) this.#last = event;
  }

  /** Makes the indexes, once most rows are there; other work goes on between two projections. */
  async index(): Promise<void> {
    for (const rows of this.#rows.values()) rows.flush();
    for (const projection of this.projections) {
      createIndexes(this.database, projection);
      await setImmediate();
    }
    this.#indexed = true;
  }

  /** As that of a generation with the same rows. */
  digest(): string {
    for (const rows of this.#rows.values()) rows.flush();
    return digestOf(this.database, this.projections);
  }

  /** Closes the file with all its rows, their position and indexes in it, on the disk. */
  finish(): void {
    for (const rows of this.#rows.values()) rows.flush();
    if (!this.#indexed) for (const projection of this.projections) createIndexes(this.database, projection);
    if (this.#last) this.#standing.write(this.#last, this.#changed);
    this.database.exec('COMMIT');
    this.close();
    const file = openSync(this.file, 'r+');
    fsyncSync(file);
    closeSync(file);
  }

  close(): void {
    if (this.database.isOpen) this.database.close();
  }
}
