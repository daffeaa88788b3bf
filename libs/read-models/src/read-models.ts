import type { Instant } from '@relais/vocabulary';
import type { ColumnValue, Projection } from './projection.js';

/** Which rows, in which order. Nulls come last in either direction; rows of equal value are ordered by key. */
export type Query<Column extends string> = Readonly<{
  /** Equal to; null finds null. */
  where?: { readonly [C in Column]?: ColumnValue };
  /** Not less than. */
  from?: { readonly [C in Column]?: string | number };
  /** Less than. */
  before?: { readonly [C in Column]?: string | number };
  order?: readonly [Column, 'ascending' | 'descending'];
  /** Continue after this place of an ordered list. */
  after?: Readonly<{ value: ColumnValue; key: string }>;
  limit?: number;
}>;

/** A row and the key it is kept under. */
export type Keyed<Row> = Readonly<{ key: string; row: Row }>;

/** The present generation of read models, to read from: every answer of one call stands at one position. */
export abstract class ReadModels {
  /** The position that all rows stand at. */
  abstract position(): bigint;
  /** The generation's number; another one means that a replay was swapped in. */
  abstract generation(): number;
  abstract get<Row>(projection: Projection<Row>, key: string): Row | undefined;
  abstract find<Row, Column extends string>(
    projection: Projection<Row, Column>,
    query?: Query<NoInfer<Column>>,
  ): Keyed<Row>[];
  abstract count<Row, Column extends string>(
    projection: Projection<Row, Column>,
    query?: Query<NoInfer<Column>>,
  ): number;
  /** The last event that changed any row of these projections: where and when it was recorded; position 0 when none did. */
  abstract changed(...projections: readonly Projection<never>[]): Readonly<{ position: bigint; at: Instant }>;
}
