import { closeSync, existsSync, fsyncSync, openSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { DatabaseSync } from 'node:sqlite';
import type { Recorded } from '@relais/event-sourcing';
import { projections as all } from '../projections.js';
import { readMark, removeMark, writeMark, type BuildingMark } from './building-mark.js';
import { CachedRows } from './cached-rows.js';
import { isDamaged } from './damaged.js';
import { digestOf, outdatedBecause, prepareFile, Standing } from './generation-file.js';
import { project } from './projecting.js';
import { createIndexes, TableWriter, type AnyProjection } from './table.js';

/**
 * Nobody reads it yet, and it is gone on with after a crash: written ahead, and synced when it is written back. A journal
 * only in memory is no faster, and what a crash leaves of it is nothing.
 */
const pragmas = `
PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA wal_autocheckpoint=10000;
PRAGMA cache_size=-24000;
`;

/** How many rows of each projection stay in memory between two pages of events: more are only more to be gone through by the garbage collection. */
const kept = 1_000;

/**
 * A generation that is being built aside, with indexes when the rows are there. What fails in it cannot be gone on with,
 * only closed; what was committed of it by then can be, by {@link Building.resume}.
 */
export class Building {
  readonly #standing: Standing;
  readonly #rows: ReadonlyMap<AnyProjection, CachedRows>;
  readonly #changed = new Map<AnyProjection, Recorded>();
  #last: Pick<Recorded, 'position' | 'id'> | undefined;
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

  /**
   * Goes on with what was committed of these projections; undefined where there is no file, nothing was committed, or by
   * other code. A damaged file throws what SQLite says, or is undefined.
   */
  static resume(file: string, number: number, projections: readonly AnyProjection[] = all): Building | undefined {
    if (!existsSync(file)) return undefined;
    const database = new DatabaseSync(file);
    try {
      database.exec(pragmas);
      const names = database.prepare('SELECT name FROM projection ORDER BY name').all();
      const same =
        readMark(database) !== undefined &&
        outdatedBecause(database, projections) === undefined &&
        names.length === projections.length;
      if (same) {
        database.exec('BEGIN IMMEDIATE');
        const building = new Building(number, file, database, projections);
        building.#last = lastIn(database);
        return building;
      }
    } catch (error) {
      database.close();
      if (isDamaged(error) || isNoSuchTable(error)) return undefined;
      throw error;
    }
    database.close();
    return undefined;
  }

  get position(): bigint {
    return this.#last?.position ?? 0n;
  }

  /** The id of the event at that position. */
  get lastEvent(): string | undefined {
    return this.#last?.id;
  }

  /** What was committed with it last. */
  get mark(): BuildingMark | undefined {
    return readMark(this.database);
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

  /** From here a building is gone on with after a crash. */
  commit(mark: BuildingMark): void {
    for (const rows of this.#rows.values()) rows.write();
    this.#stand();
    writeMark(this.database, mark);
    this.database.exec('COMMIT');
    this.database.exec('BEGIN IMMEDIATE');
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

  /** Lets somebody add what is not projected here, in the same transaction. */
  with<Result>(work: (database: DatabaseSync) => Result): Result {
    for (const rows of this.#rows.values()) rows.flush();
    return work(this.database);
  }

  /** As that of a generation with the same rows. */
  digest(): string {
    return this.with((database) => digestOf(database, this.projections));
  }

  /** Closes the file with all its rows, their position and indexes in it, on the disk. */
  finish(): void {
    for (const rows of this.#rows.values()) rows.flush();
    if (!this.#indexed) for (const projection of this.projections) createIndexes(this.database, projection);
    this.#stand();
    removeMark(this.database);
    this.database.exec('COMMIT');
    this.close();
    const file = openSync(this.file, 'r+');
    fsyncSync(file);
    closeSync(file);
  }

  close(): void {
    if (this.database.isOpen) this.database.close();
  }

  #stand(): void {
    if (this.#last) this.#standing.write(this.#last, this.#changed);
  }
}

const lastIn = (database: DatabaseSync): Pick<Recorded, 'position' | 'id'> | undefined => {
  const { position, event } = database.prepare('SELECT position, event FROM generation').get() as {
    position: string;
    event: string | null;
  };
  return event === null ? undefined : { position: BigInt(position), id: event };
};

/** SQLITE_ERROR: the file was made, and nothing was committed in it. */
const isNoSuchTable = (error: unknown): boolean => (error as { errcode?: number }).errcode === 1;
