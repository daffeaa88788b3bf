import type { Instant } from '@relais/vocabulary';
import type { ColumnValue, Projection } from '../projection.js';
import { ReadModels, type Keyed, type Query } from '../read-models.js';
import type { AnyProjection } from '../storage/table.js';

/** Where all rows stand. */
export type Stand = Readonly<{ position: bigint; at: Instant }>;

/** Nulls come last in either direction; SQLite compares texts by their bytes, which for what columns hold is as here. */
const compared = (one: ColumnValue, other: ColumnValue, sign: 1 | -1): number => {
  if (one === other) return 0;
  if (one === null) return 1;
  if (other === null) return -1;
  return one < other ? -sign : sign;
};

/** A few rows in memory, to be read as those of a generation are. Throws for a projection that it was not given. */
export class RowsInMemory extends ReadModels {
  constructor(
    private readonly stand: Stand,
    private readonly rows: ReadonlyMap<AnyProjection, ReadonlyMap<string, unknown>>,
  ) {
    super();
  }

  position(): bigint {
    return this.stand.position;
  }

  generation(): number {
    return 1;
  }

  changed(): Stand {
    return this.stand;
  }

  get<Row>(projection: Projection<Row>, key: string): Row | undefined {
    const row = this.#of(projection).get(key) as Row | undefined;
    return row === undefined || projection.hidden?.(row) ? undefined : row;
  }

  find<Row, Column extends string>(
    projection: Projection<Row, Column>,
    query: Query<NoInfer<Column>> = {},
  ): Keyed<Row>[] {
    const [column, direction] = query.order ?? [];
    const sign = direction === 'descending' ? -1 : 1;
    const value = (row: Row): ColumnValue => (column === undefined ? null : projection.columns[column](row));
    const place = (one: Keyed<Row>, other: Readonly<{ value: ColumnValue; key: string }>): number =>
      compared(value(one.row), other.value, sign) || compared(one.key, other.key, 1);
    return [...this.#of(projection as AnyProjection)]
      .map(([key, row]) => ({ key, row: row as Row }))
      .filter(({ row }) => !projection.hidden?.(row) && isAsked(projection, row, query))
      .sort((one, other) => place(one, { value: value(other.row), key: other.key }))
      .filter((one) => query.after === undefined || place(one, query.after) > 0)
      .slice(0, query.limit);
  }

  count<Row, Column extends string>(projection: Projection<Row, Column>, query: Query<NoInfer<Column>> = {}): number {
    return this.find(projection, query).length;
  }

  #of(projection: AnyProjection): ReadonlyMap<string, unknown> {
    const rows = this.rows.get(projection);
    if (rows === undefined) throw new Error(`no rows of ${projection.name} were made here`);
    return rows;
  }
}

const isAsked = <Row, Column extends string>(
  { columns }: Projection<Row, Column>,
  row: Row,
  { where = {}, from = {}, before = {} }: Query<NoInfer<Column>>,
): boolean => {
  const all = (part: object, holds: (value: ColumnValue, wanted: ColumnValue) => boolean): boolean =>
    Object.entries(part).every(
      ([column, wanted]) => wanted === undefined || holds(columns[column as Column](row), wanted as ColumnValue),
    );
  return (
    all(where, (value, wanted) => value === wanted) &&
    all(from, (value, wanted) => value !== null && wanted !== null && value >= wanted) &&
    all(before, (value, wanted) => value !== null && wanted !== null && value < wanted)
  );
};
