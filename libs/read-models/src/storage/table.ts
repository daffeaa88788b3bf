import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { canonicalJson } from '@relais/vocabulary';
import type { ColumnValue, Projection } from '../projection.js';

/** A projection as the storage sees it: whatever its rows are. */
export type AnyProjection = Projection<never>;

const quoted = (name: string): string => `"${name.replaceAll('"', '')}"`;

export const tableOf = ({ name }: Pick<AnyProjection, 'name'>): string => quoted(`rows_${name}`);
export const columnsOf = ({ columns }: AnyProjection): string[] => Object.keys(columns).map((column) => `c_${column}`);
export const columnOf = (column: string): string => quoted(`c_${column}`);

const hidden = 'hidden';

/** What rows that may be shown have in common; nothing where none are ever hidden. */
export const shownOnly = (projection: AnyProjection): string[] => (projection.hidden ? [`${hidden} = 0`] : []);

/**
 * Makes a projection's table; {@link createIndexes} makes what its rows are found by. Rows are kept in the order in which they
 * were first written, with an index of the keys beside them: a row may be larger than a quarter of a page, and in a tree of
 * keys (WITHOUT ROWID) each such row has a page of its own behind it, and few fit on the way to it.
 */
export const createTable = (database: DatabaseSync, projection: AnyProjection): void => {
  const table = tableOf(projection);
  const columns = columnsOf(projection);
  const definitions = [
    'key TEXT PRIMARY KEY',
    'row TEXT NOT NULL',
    ...columns.map(quoted),
    ...(projection.hidden ? [`${hidden} INTEGER NOT NULL`] : []),
  ];
  database.exec(`CREATE TABLE ${table}(${definitions.join(', ')})`);
};

/** Indexes each column of a table for finding and for ordering, with the key to tell equals apart. */
export const createIndexes = (database: DatabaseSync, projection: AnyProjection): void => {
  for (const column of columnsOf(projection))
    database.exec(
      `CREATE INDEX IF NOT EXISTS ${quoted(`by_${projection.name}_${column}`)} ON ${tableOf(projection)}(${quoted(column)}, key)`,
    );
};

/** Writes rows of one projection, as canonical JSON: equal rows are equal text. What columns hold is computed from the row. */
export class TableWriter {
  readonly #get: StatementSync;
  readonly #put: StatementSync;
  readonly #remove: StatementSync;
  readonly #values: ((row: never) => ColumnValue)[];

  constructor(database: DatabaseSync, projection: AnyProjection) {
    const { hidden: isHidden } = projection;
    const columns = [...columnsOf(projection).map(quoted), ...(isHidden ? [hidden] : [])];
    const table = tableOf(projection);
    this.#get = database.prepare(`SELECT row FROM ${table} WHERE key = ?`);
    this.#put = database.prepare(
      `INSERT INTO ${table}(${['key', 'row', ...columns].join(', ')}) VALUES (?, ?${', ?'.repeat(columns.length)})
       ON CONFLICT(key) DO UPDATE SET ${['row', ...columns].map((column) => `${column} = excluded.${column}`).join(', ')}`,
    );
    this.#remove = database.prepare(`DELETE FROM ${table} WHERE key = ?`);
    this.#values = [
      ...Object.values<(row: never) => ColumnValue>(projection.columns),
      ...(isHidden ? [(row: never) => Number(isHidden(row))] : []),
    ];
  }

  get(key: string): unknown {
    const found = this.#get.get(key) as { row: string } | undefined;
    return found && JSON.parse(found.row);
  }

  put(key: string, row: unknown): void {
    this.#put.run(key, canonicalJson(row), ...this.#values.map((value) => value(row as never)));
  }

  remove(key: string): void {
    this.#remove.run(key);
  }
}
