import type { HubEvent } from '@relais/catalogue';
import type { EventOf, Recorded } from '@relais/event-sourcing';

/** The rows a projection keeps, each under a key of its own. A projection reads no rows but its own. */
export interface Rows<Row> {
  get(key: string): Row | undefined;
  put(key: string, row: Row): void;
  /** Changes some members of a row; a row that is not there stays away. */
  change(key: string, change: Partial<Row>): void;
  remove(key: string): void;
}

/** A value that rows can be found and ordered by. */
export type ColumnValue = string | number | null;

/**
 * Rows made of nothing but events. No clock, no network, no other read model: replaying the log must give the same rows.
 * Raise `version` when the rows change shape; the projector then rebuilds.
 */
export interface Projection<Row = unknown, Column extends string = string> {
  readonly name: string;
  readonly version: number;
  /** What rows can be found and ordered by: kept as indexed columns beside the row. */
  readonly columns: { readonly [C in Column]: (row: Row) => ColumnValue };
  /** Rows that are kept for what may still come of them and shown to nobody: neither found, nor counted, nor got. */
  readonly hidden?: (row: Row) => boolean;
  readonly on: { readonly [T in HubEvent['type']]?: (rows: Rows<Row>, event: Recorded<EventOf<HubEvent, T>>) => void };
}
