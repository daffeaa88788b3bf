import { DatabaseSync } from 'node:sqlite';
import type { Recorded } from '@relais/event-sourcing';
import { CachedRows } from '../storage/cached-rows.js';
import { digestOf, outdatedBecause, prepareFile, Standing } from '../storage/generation-file.js';
import { project } from '../storage/projecting.js';
import { createIndexes, TableWriter, type AnyProjection } from '../storage/table.js';

/** Nobody needs what a crash leaves of it: it is made again. */
const pragmas = 'PRAGMA journal_mode=MEMORY; PRAGMA synchronous=OFF; PRAGMA cache_size=-64000;';

/** How many rows of each projection stay in memory between two pages of events. */
const kept = 5_000;

/** A file of rows as they stood at a position, made anew or gone on with from one that stood earlier; then only read. */
export class Scratch {
  readonly #standing: Standing;
  readonly #rows: ReadonlyMap<AnyProjection, CachedRows>;
  readonly #changed = new Map<AnyProjection, Recorded>();
  readonly #isNew: boolean;
  #last: Recorded | undefined;
  readonly #begun: bigint;

  private constructor(
    private readonly database: DatabaseSync,
    private readonly projections: readonly AnyProjection[],
  ) {
    this.#isNew = prepareFile(database, projections);
    this.#standing = new Standing(database);
    this.#begun = BigInt((database.prepare('SELECT position FROM generation').get() as { position: string }).position);
    this.#rows = new Map(
      projections.map((projection) => [projection, new CachedRows(new TableWriter(database, projection))]),
    );
  }

  /** Makes the file, or goes on with the rows that it holds. */
  static open(file: string, projections: readonly AnyProjection[]): Scratch {
    const database = new DatabaseSync(file);
    database.exec(pragmas);
    database.exec('BEGIN IMMEDIATE');
    return new Scratch(database, projections);
  }

  get position(): bigint {
    return this.#last?.position ?? this.#begun;
  }

  apply(events: readonly Recorded[]): void {
    for (const [projection, event] of project(events, this.#rows)) this.#changed.set(projection, event);
    for (const rows of this.#rows.values()) rows.flush(kept);
    this.#last = events.at(-1) ?? this.#last;
  }

  /** As that of a generation of the same projections with the same rows. */
  digest(): string {
    this.#flush();
    return digestOf(this.database, this.projections);
  }

  /** Closes the file with all its rows, their position and indexes in it. */
  finish(): void {
    this.#flush();
    if (this.#isNew) for (const projection of this.projections) createIndexes(this.database, projection);
    if (this.#last) this.#standing.write(this.#last, this.#changed);
    this.database.exec('COMMIT');
    this.database.close();
  }

  /** Leaves the file as it was. */
  abandon(): void {
    if (this.database.isOpen) this.database.close();
  }

  #flush(): void {
    for (const rows of this.#rows.values()) rows.flush();
  }
}

/** Whether rows that were kept can be gone on with by this code: made by the same projections, and where in which log. */
export const standingOf = (
  file: string,
  projections: readonly AnyProjection[],
): Readonly<{ position: bigint; event: string | null }> | undefined => {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const isMade = database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'generation'").get() !== undefined;
    if (!isMade || outdatedBecause(database, projections) !== undefined) return undefined;
    const found = database.prepare('SELECT position, event FROM generation').get() as {
      position: string;
      event: string | null;
    };
    return { position: BigInt(found.position), event: found.event };
  } finally {
    database.close();
  }
};
