import type { Recorded } from '@relais/event-sourcing';
import { canonicalJson } from '@relais/vocabulary';
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

/** The rows that these events alone make of these projections, each as it comes out of a file: its members in their order. */
export const folded = (
  events: readonly Recorded[],
  projections: readonly AnyProjection[],
): ReadonlyMap<AnyProjection, ReadonlyMap<string, unknown>> => {
  const made = new Map(projections.map((projection) => [projection, new FoldedRows()]));
  project(events, made);
  const stored = ([key, row]: [string, unknown]) => [key, JSON.parse(canonicalJson(row)) as unknown] as const;
  return new Map([...made].map(([projection, { rows }]) => [projection, new Map([...rows].map(stored))]));
};
