import type { Recorded } from '@relais/event-sourcing';
import type { Rows } from '../projection.js';
import { project } from '../storage/projecting.js';
import type { AnyProjection } from '../storage/table.js';

/** Rows of one projection, in memory. */
export class FoldedRows implements Rows<unknown> {
  readonly rows = new Map<string, unknown>();

  get(key: string): unknown {
    return this.rows.get(key);
  }

  put(key: string, row: unknown): void {
    this.rows.set(key, row);
  }

  change(key: string, change: object): void {
    const row = this.rows.get(key);
    if (row !== undefined) this.rows.set(key, { ...(row as object), ...change });
  }

  remove(key: string): void {
    this.rows.delete(key);
  }
}

/** The rows that these events alone make of these projections. */
export const folded = (
  events: readonly Recorded[],
  projections: readonly AnyProjection[],
): ReadonlyMap<AnyProjection, FoldedRows> => {
  const rows = new Map(projections.map((projection) => [projection, new FoldedRows()]));
  project(events, rows);
  return rows;
};
