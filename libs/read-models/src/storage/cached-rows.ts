import type { Rows } from '../projection.js';
import type { TableWriter } from './table.js';

/** Rows in memory during one batch, so that a row touched many times is written once. */
export class CachedRows implements Rows<unknown> {
  readonly #rows = new Map<string, unknown>();
  readonly #touched = new Set<string>();

  constructor(private readonly table: TableWriter) {}

  get(key: string): unknown {
    if (!this.#rows.has(key)) this.#rows.set(key, this.table.get(key));
    return this.#rows.get(key);
  }

  put(key: string, row: unknown): void {
    this.#rows.set(key, row);
    this.#touched.add(key);
  }

  change(key: string, change: object): void {
    const row = this.get(key);
    if (row !== undefined) this.put(key, { ...(row as object), ...change });
  }

  remove(key: string): void {
    if (this.get(key) !== undefined) this.put(key, undefined);
  }

  flush(): void {
    for (const key of this.#touched) {
      const row = this.#rows.get(key);
      if (row === undefined) this.table.remove(key);
      else this.table.put(key, row);
    }
    this.#touched.clear();
  }
}
