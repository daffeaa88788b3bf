import type { Instant } from '@relais/vocabulary';
import type { Projection } from '../projection.js';
import { projections as all } from '../projections.js';
import { ReadModels, type Keyed, type Query } from '../read-models.js';
import type { Generations } from './generations.js';
import { rowQuery } from './row-query.js';
import { ShownGeneration } from './shown-generation.js';
import { shownOnly, tableOf, type AnyProjection } from './table.js';

/** How long a pointer that was read is believed, in milliseconds. */
const believed = 20;
const never = '1970-01-01T00:00:00.000Z';

/** What the pointer named when it was looked at; nothing is shown of a generation that this code cannot read. */
type Open = Readonly<{ number: number; shown?: ShownGeneration | undefined }>;

/**
 * Reads the generation that is shown, in whatever process it is written. Answers are empty before there is one, and while
 * the one there is was built by another version. What is read without letting other work in between, as a page is, is of one
 * generation, however long it takes.
 */
export class SqliteReadModels extends ReadModels {
  #open: Open | undefined;
  #looked = Number.NEGATIVE_INFINITY;
  /** Something was read just now: until other work gets its turn, all is read of the same generation. */
  #isReading = false;

  constructor(
    private readonly generations: Pick<Generations, 'current' | 'fileOf'>,
    private readonly milliseconds: () => number = () => performance.now(),
    private readonly projections: readonly AnyProjection[] = all,
    private readonly open: typeof ShownGeneration.open = (file, of) => ShownGeneration.open(file, of),
  ) {
    super();
  }

  position(): bigint {
    const found = this.#shown()?.prepare('SELECT position FROM generation').get() as { position: string } | undefined;
    return BigInt(found?.position ?? 0);
  }

  generation(): number {
    return this.#shown() === undefined ? 0 : (this.#open?.number ?? 0);
  }

  get<Row>(projection: Projection<Row>, key: string): Row | undefined {
    const kept = projection as Projection<never>;
    const conditions = ['key = ?', ...shownOnly(kept)].join(' AND ');
    const found = this.#shown()
      ?.prepare(`SELECT row FROM ${tableOf(kept)} WHERE ${conditions}`)
      .get(key);
    return found && (JSON.parse(String(found['row'])) as Row);
  }

  find<Row, Column extends string>(
    projection: Projection<Row, Column>,
    query: Query<NoInfer<Column>> = {},
  ): Keyed<Row>[] {
    const shown = this.#shown();
    if (shown === undefined) return [];
    const { sql, values } = rowQuery('key, row', projection, query);
    return shown
      .prepare(sql)
      .all(...values)
      .map(({ key, row }) => ({ key: String(key), row: JSON.parse(String(row)) as Row }));
  }

  count<Row, Column extends string>(projection: Projection<Row, Column>, query: Query<NoInfer<Column>> = {}): number {
    const shown = this.#shown();
    if (shown === undefined) return 0;
    const { sql, values } = rowQuery('key', projection, query);
    return Number(shown.prepare(`SELECT count(*) AS count FROM (${sql})`).get(...values)?.['count'] ?? 0);
  }

  changed(...projections: readonly Projection<never>[]): Readonly<{ position: bigint; at: Instant }> {
    const shown = this.#shown();
    if (shown === undefined) return { position: 0n, at: never };
    const names = projections.map(({ name }) => name);
    const rows = shown
      .prepare(`SELECT position, at FROM projection WHERE name IN (${names.map(() => '?').join(', ')})`)
      .all(...names);
    return rows
      .map(({ position, at }) => ({ position: BigInt(String(position)), at: String(at) }))
      .reduce((latest, one) => (one.position > latest.position ? one : latest), { position: 0n, at: never });
  }

  close(): void {
    this.#open?.shown?.close();
    this.#open = undefined;
  }

  #shown(): ShownGeneration | undefined {
    if (this.#isReading) return this.#open?.shown;
    this.#isReading = true;
    setImmediate(() => (this.#isReading = false)).unref();
    const now = this.milliseconds();
    if (this.#open && now - this.#looked < believed) return this.#open.shown;
    this.#looked = now;
    const number = this.generations.current();
    if (number === this.#open?.number) return this.#open?.shown;
    this.close();
    if (number === undefined) return undefined;
    this.#open = { number, shown: this.open(this.generations.fileOf(number), this.projections) };
    return this.#open.shown;
  }
}
