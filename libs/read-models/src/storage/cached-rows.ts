import type { Rows } from '../projection.js';
import type { TableWriter } from './table.js';

type Cached = { row: unknown; touched: boolean };

/** Rows in memory, so that a row touched many times is written once; those put last stay longest. */
export class CachedRows implements Rows<unknown> {
  readonly #rows = new Map<string, Cached>();

  constructor(private readonly table: TableWriter) {}

  get(key: string): unknown {
    const cached = this.#rows.get(key);
    if (cached) return cached.row;
    const row = this.table.get(key);
    this.#rows.set(key, { row, touched: false });
    return row;
  }

  put(key: string, row: unknown): void {
    // Moved to the end: the first ones are let go of first.
    this.#rows.delete(key);
    this.#rows.set(key, { row, touched: true });
  }

  change(key: string, change: object): void {
    const row = this.get(key);
    if (row !== undefined) this.put(key, { ...(row as object), ...change });
  }

  remove(key: string): void {
    if (this.get(key) !== undefined) this.put(key, undefined);
  }

  /** Writes what was touched and forgets it, all but so many rows that were put last. */
  flush(keep = 0): void {
    for (const [key, cached] of this.#rows) {
      if (this.#rows.size <= keep) return;
      this.#write(key, cached);
      this.#rows.delete(key);
    }
  }

  /** Writes what was touched, and forgets nothing. */
  write(): void {
    for (const [key, cached] of this.#rows) this.#write(key, cached);
  }

  #write(key: string, cached: Cached): void {
    if (!cached.touched) return;
    if (cached.row === undefined) this.table.remove(key);
    else this.table.put(key, cached.row);
    cached.touched = false;
  }
}
