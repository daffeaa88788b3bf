import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { isDamaged } from './damaged.js';
import { outdatedBecause } from './generation-file.js';
import type { AnyProjection } from './table.js';

/** How many prepared statements are kept; queries have few shapes, since their values are not part of them. */
const most = 100;

/** A generation's file as readers hold it open, and the statements they asked it before. */
export class ShownGeneration {
  readonly #statements = new Map<string, StatementSync>();

  private constructor(private readonly database: DatabaseSync) {}

  /** Undefined for a file that this code cannot read: the projector has yet to build another. */
  static open(file: string, projections: readonly AnyProjection[]): ShownGeneration | undefined {
    const database = new DatabaseSync(file, { readOnly: true });
    try {
      database.exec('PRAGMA busy_timeout=10000; PRAGMA cache_size=-8000;');
      if (outdatedBecause(database, projections) === undefined) return new ShownGeneration(database);
    } catch (error) {
      database.close();
      if (isDamaged(error)) return undefined;
      throw error;
    }
    database.close();
    return undefined;
  }

  /** Over a file that somebody else opened, who knows that this code can read it. */
  static over(database: DatabaseSync): ShownGeneration {
    return new ShownGeneration(database);
  }

  prepare(sql: string): StatementSync {
    const statement = this.#statements.get(sql) ?? this.database.prepare(sql);
    // Moved to the end: the one that was not asked for longest is let go of.
    this.#statements.delete(sql);
    this.#statements.set(sql, statement);
    const [oldest] = this.#statements.keys();
    if (this.#statements.size > most && oldest !== undefined) this.#statements.delete(oldest);
    return statement;
  }

  close(): void {
    this.#statements.clear();
    if (this.database.isOpen) this.database.close();
  }
}
