import { DatabaseSync } from 'node:sqlite';
import { digestOf, outdatedBecause } from '../storage/generation-file.js';
import { createIndexes, createTable, tableOf, type AnyProjection } from '../storage/table.js';

/** The rows of another version of the code cannot be taken over. */
export class OtherVersion extends Error {
  override readonly name = 'OtherVersion';
}

/** The rows of the shown generation as they are at one moment, whatever is written into it meanwhile. */
export class ShownRows {
  private constructor(
    private readonly database: DatabaseSync,
    /** Where they stand. */
    readonly position: bigint,
  ) {}

  static open(file: string): ShownRows {
    const database = new DatabaseSync(file, { readOnly: true });
    database.exec('PRAGMA busy_timeout=10000; PRAGMA cache_size=-8000; BEGIN');
    // From the first thing read on, that is how it stays.
    const { position } = database.prepare('SELECT position FROM generation').get() as { position: string };
    return new ShownRows(database, BigInt(position));
  }

  /** As that of a generation of these projections; undefined where these are not of this code. */
  digest(projections: readonly AnyProjection[]): string | undefined {
    return outdatedBecause(this.database, projections) === undefined ? digestOf(this.database, projections) : undefined;
  }

  /** Takes these projections over into another file, in its transaction. Throws {@link OtherVersion}. */
  copyInto(target: DatabaseSync, projections: readonly AnyProjection[]): void {
    const why = outdatedBecause(this.database, projections);
    if (why !== undefined)
      throw new OtherVersion(
        `the projections that are not replayed cannot be taken over from the generation that is shown: ${why}; replay all of them`,
      );
    for (const projection of projections) this.#copy(target, projection);
  }

  close(): void {
    if (this.database.isOpen) this.database.close();
  }

  #copy(target: DatabaseSync, projection: AnyProjection): void {
    const table = tableOf(projection);
    createTable(target, projection);
    const from = this.database.prepare(`SELECT * FROM ${table} ORDER BY key`);
    from.setReturnArrays(true);
    const into = target.prepare(
      `INSERT INTO ${table} VALUES (${from
        .columns()
        .map(() => '?')
        .join(', ')})`,
    );
    for (const row of from.iterate()) into.run(...(row as unknown as string[]));
    createIndexes(target, projection);
    const stands = this.database
      .prepare('SELECT name, version, position, at FROM projection WHERE name = ?')
      .get(projection.name) as { name: string; version: number; position: string; at: string };
    target
      .prepare('INSERT INTO projection(name, version, position, at) VALUES (?, ?, ?, ?)')
      .run(stands.name, stands.version, stands.position, stands.at);
  }
}
