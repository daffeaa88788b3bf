import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { tableOf } from '../storage/table.js';

/** A row as it lies in a file: canonical JSON, and whether readers are shown it. */
export type StoredRow = Readonly<{ row: string; hidden: boolean }>;

/** A row that is not the same in both files; a side that has none is left out. */
export type DifferentRow = Readonly<{ key: string; before?: StoredRow; after?: StoredRow }>;

/** One of the two, as it stood when they were opened. */
export type Side = Readonly<{
  /** The position that its rows stand at. */
  position: bigint;
  /** Its projections, and the version of each. */
  versions: ReadonlyMap<string, number>;
}>;

/** The column of a projection that hides nothing. */
const never = '0 AS hidden';

type Name = 'before' | 'after';

/**
 * Two generations' files, held as they are at this moment whatever is written into them meanwhile. What is the same in both
 * is compared by SQLite, by merging both tables in order of their keys, and never becomes a JavaScript string.
 */
export class TwoGenerations {
  readonly #counts = new Map<string, number>();

  private constructor(
    private readonly database: DatabaseSync,
    readonly before: Side,
    readonly after: Side,
  ) {}

  /** Both files are read only. Throws what SQLite says of a file that is none of a generation. */
  static open(before: string, after: string): TwoGenerations {
    const database = attached(before, after);
    try {
      return new TwoGenerations(database, sideOf(database, 'before'), sideOf(database, 'after'));
    } catch (error) {
      database.close();
      throw error;
    }
  }

  /** The same, with the one before held first, and the one after brought to its position, before that is held too. */
  static async openAt(
    before: string,
    after: string,
    bring: (position: bigint) => Promise<void>,
  ): Promise<TwoGenerations> {
    const database = attached(before, after);
    try {
      const held = sideOf(database, 'before');
      await bring(held.position);
      return new TwoGenerations(database, held, sideOf(database, 'after'));
    } catch (error) {
      database.close();
      throw error;
    }
  }

  /** Names of all projections that either has, in order. */
  get projections(): readonly string[] {
    return [...new Set([...this.before.versions.keys(), ...this.after.versions.keys()])].sort();
  }

  has(side: Name, projection: string): boolean {
    return this[side].versions.has(projection);
  }

  count(side: Name, projection: string): number {
    if (!this.has(side, projection)) return 0;
    const table = `${side}.${tableOf({ name: projection })}`;
    const known = this.#counts.get(table);
    if (known !== undefined) return known;
    const count = Number(this.database.prepare(`SELECT count(*) AS rows FROM ${table}`).get()?.['rows']);
    this.#counts.set(table, count);
    return count;
  }

  /** All rows of one side, in order of their keys. */
  *rows(side: Name, projection: string): Generator<Readonly<{ key: string }> & StoredRow> {
    if (!this.has(side, projection)) return;
    const found = this.database.prepare(
      `SELECT key, row, ${this.#hidden(side, projection)} FROM ${side}.${tableOf({ name: projection })} ORDER BY key`,
    );
    for (const { key, row, hidden } of found.iterate())
      yield { key: String(key), row: String(row), hidden: Number(hidden) !== 0 };
  }

  /** Rows that are gone or of other text, then those that are new, then those of the same text that are hidden in one only. */
  *different(projection: string): Generator<DifferentRow> {
    if (!this.has('after', projection))
      for (const { key, ...before } of this.rows('before', projection)) yield { key, before };
    else if (!this.has('before', projection))
      for (const { key, ...after } of this.rows('after', projection)) yield { key, after };
    else {
      const gone = yield* this.#goneOrOther(projection);
      // Reading the keys of both once more is for those cases only in which there are new ones.
      if (this.count('after', projection) > this.count('before', projection) - gone) yield* this.#added(projection);
      yield* this.#hiddenInOne(projection);
    }
  }

  close(): void {
    this.database.close();
  }

  *#goneOrOther(projection: string): Generator<DifferentRow, number> {
    const table = tableOf({ name: projection });
    const [was, is] = [this.#row('before', projection), this.#row('after', projection)];
    const found = this.database.prepare(
      `SELECT key, row FROM before.${table} EXCEPT SELECT key, row FROM after.${table} ORDER BY key`,
    );
    let gone = 0;
    for (const row of found.iterate()) {
      const key = String(row['key']);
      const [before, after] = [was(key), is(key)];
      if (after === undefined) gone++;
      yield { key, ...(before && { before }), ...(after && { after }) };
    }
    return gone;
  }

  *#added(projection: string): Generator<DifferentRow> {
    const table = tableOf({ name: projection });
    const is = this.#row('after', projection);
    const found = this.database.prepare(
      `SELECT key FROM after.${table} EXCEPT SELECT key FROM before.${table} ORDER BY key`,
    );
    for (const row of found.iterate()) {
      const key = String(row['key']);
      const after = is(key);
      if (after) yield { key, after };
    }
  }

  /** Only other code hides other rows of the same text. */
  *#hiddenInOne(projection: string): Generator<DifferentRow> {
    const table = tableOf({ name: projection });
    for (const [one, other] of [
      ['before', 'after'],
      ['after', 'before'],
    ] as const) {
      if (this.#hidden(one, projection) === never) continue;
      const found = this.database.prepare(
        `SELECT hiding.key, hiding.row FROM ${one}.${table} hiding
         JOIN (SELECT key, row, ${this.#hidden(other, projection)} FROM ${other}.${table}) showing
         ON showing.key = hiding.key AND showing.row = hiding.row AND NOT showing.hidden WHERE hiding.hidden`,
      );
      for (const { key, row } of found.iterate()) {
        const [hidden, shown] = [true, false].map((is) => ({ row: String(row), hidden: is }));
        if (hidden && shown) yield { key: String(key), [one]: hidden, [other]: shown };
      }
    }
  }

  #row(side: Name, projection: string): (key: string) => StoredRow | undefined {
    const statement = this.database.prepare(
      `SELECT row, ${this.#hidden(side, projection)} FROM ${side}.${tableOf({ name: projection })} WHERE key = ?`,
    );
    return (key) => {
      const found = statement.get(key);
      return found && { row: String(found['row']), hidden: Number(found['hidden']) !== 0 };
    };
  }

  #hidden(side: Name, projection: string): string {
    const columns = this.database
      .prepare(`SELECT name FROM pragma_table_info(?, '${side}')`)
      .all(tableOf({ name: projection }).replaceAll('"', ''));
    return columns.some(({ name }) => name === 'hidden') ? 'hidden' : never;
  }
}

/** Each is held as it is from when it is first read of. */
const attached = (before: string, after: string): DatabaseSync => {
  const database = new DatabaseSync(':memory:');
  try {
    for (const [name, file] of Object.entries({ before, after })) {
      database.prepare(`ATTACH ? AS ${name}`).run(`${pathToFileURL(file).href}?mode=ro`);
      database.exec(`PRAGMA ${name}.busy_timeout=10000; PRAGMA ${name}.cache_size=-8000;`);
    }
    database.exec('BEGIN');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
};

const sideOf = (database: DatabaseSync, name: Name): Side => {
  const { position } = database.prepare(`SELECT position FROM ${name}.generation`).get() as { position: string };
  const versions = database.prepare(`SELECT name, version FROM ${name}.projection`).all();
  return {
    position: BigInt(position),
    versions: new Map(versions.map((one) => [String(one['name']), Number(one['version'])])),
  };
};
