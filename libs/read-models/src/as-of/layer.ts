import { pathToFileURL } from 'node:url';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { Recorded } from '@relais/event-sourcing';
import type { Rows } from '../projection.js';
import { digestOf, Standing } from '../storage/generation-file.js';
import { project } from '../storage/projecting.js';
import { createIndexes, createTable, tableOf, TableWriter, type AnyProjection } from '../storage/table.js';

/** Rows over those of a snapshot, which stay as they are: what events touched since, in memory, beside a way to the rest. */
class LayeredRows implements Rows<unknown> {
  readonly touched = new Map<string, unknown>();

  constructor(private readonly below: StatementSync) {}

  get(key: string): unknown {
    if (this.touched.has(key)) return this.touched.get(key);
    const found = this.below.get(key) as { row: string } | undefined;
    return found && JSON.parse(found.row);
  }

  put(key: string, row: unknown): void {
    this.touched.set(key, row);
  }

  change(key: string, change: object): void {
    const row = this.get(key);
    if (row !== undefined) this.put(key, { ...(row as object), ...change });
  }

  remove(key: string): void {
    if (this.get(key) !== undefined) this.put(key, undefined);
  }
}

/** As the tables of the layer are called, which are not those of the snapshot. */
const above = (projection: AnyProjection): AnyProjection => ({ ...projection, name: `then ${projection.name}` });
const touchedOf = ({ name }: AnyProjection): string => `"touched ${name.replaceAll('"', '')}"`;

/** What makes the layer and the snapshot look like one generation: names that are found before those of the snapshot. */
const joined = (projection: AnyProjection): string =>
  `CREATE TEMP VIEW ${tableOf(projection)} AS SELECT * FROM base.${tableOf(projection)}
   WHERE key NOT IN (SELECT key FROM main.${touchedOf(projection)})
   UNION ALL SELECT * FROM main.${tableOf(above(projection))}`;

/**
 * The rows as they stood at a position: a snapshot that is only read, and over it the rows that events changed since. The
 * snapshot is not copied, since it can be a thousand times larger than what is laid over it.
 */
export class Layer {
  readonly #rows: ReadonlyMap<AnyProjection, LayeredRows>;
  readonly #changed = new Map<AnyProjection, Recorded>();
  #last: Recorded | undefined;

  private constructor(
    readonly database: DatabaseSync,
    private readonly projections: readonly AnyProjection[],
    readonly begun: bigint,
  ) {
    this.#rows = new Map(
      projections.map((one) => [
        one,
        new LayeredRows(database.prepare(`SELECT row FROM base.${tableOf(one)} WHERE key = ?`)),
      ]),
    );
  }

  static over(snapshot: string, position: bigint, projections: readonly AnyProjection[]): Layer {
    const database = new DatabaseSync(':memory:');
    const { href } = pathToFileURL(snapshot);
    database.prepare('ATTACH ? AS base').run(`${href}?mode=ro`);
    database.exec('PRAGMA base.cache_size=-16000');
    for (const name of ['generation', 'projection'])
      database.exec(`CREATE TABLE main.${name} AS SELECT * FROM base.${name}`);
    return new Layer(database, projections, position);
  }

  get position(): bigint {
    return this.#last?.position ?? this.begun;
  }

  apply(events: readonly Recorded[]): void {
    for (const [projection, event] of project(events, this.#rows)) this.#changed.set(projection, event);
    this.#last = events.at(-1) ?? this.#last;
  }

  /** Everything was applied: from now on it is only read. Returns about how many bytes of memory it takes. */
  finish(): number {
    this.database.exec('BEGIN');
    for (const [projection, { touched }] of this.#rows) this.#write(projection, touched);
    if (this.#last) new Standing(this.database).write(this.#last, this.#changed);
    this.database.exec('COMMIT');
    for (const { touched } of this.#rows.values()) touched.clear();
    const pragma = (name: string): number => Number(this.database.prepare(`PRAGMA main.${name}`).get()?.[name]);
    return pragma('page_count') * pragma('page_size');
  }

  digest(): string {
    return digestOf(this.database, this.projections);
  }

  #write(projection: AnyProjection, touched: ReadonlyMap<string, unknown>): void {
    const table = above(projection);
    createTable(this.database, table);
    this.database.exec(`CREATE TABLE main.${touchedOf(projection)}(key TEXT PRIMARY KEY) WITHOUT ROWID`);
    const writer = new TableWriter(this.database, table);
    const touch = this.database.prepare(`INSERT INTO main.${touchedOf(projection)} VALUES (?)`);
    for (const [key, row] of touched) {
      touch.run(key);
      if (row !== undefined) writer.put(key, row);
    }
    createIndexes(this.database, table);
    this.database.exec(joined(projection));
  }
}
