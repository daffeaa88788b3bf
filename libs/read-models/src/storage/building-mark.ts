import type { DatabaseSync } from 'node:sqlite';

/** What a building that is to be gone on with after a crash says of itself. */
export type BuildingMark = Readonly<{
  /** What it is built for, in the words of whoever builds it; another errand makes another file. */
  order: string;
  /** How many events were read into it. */
  events: number;
  /** The hash of the last of them in the chain of the log; null where the log keeps none. */
  hash: string | null;
}>;

/** Writes the mark beside the rows, in their transaction. */
export const writeMark = (database: DatabaseSync, { order, events, hash }: BuildingMark): void => {
  database.exec('CREATE TABLE IF NOT EXISTS building("order" TEXT NOT NULL, events INTEGER NOT NULL, hash TEXT)');
  database.exec('DELETE FROM building');
  database.prepare('INSERT INTO building VALUES (?, ?, ?)').run(order, events, hash);
};

/** Undefined where none was written: nothing was committed yet. */
export const readMark = (database: DatabaseSync): BuildingMark | undefined => {
  if (database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'building'").get() === undefined) return undefined;
  const found = database.prepare('SELECT "order", events, hash FROM building').get();
  return (
    found && {
      order: String(found['order']),
      events: Number(found['events']),
      hash: found['hash'] === null ? null : String(found['hash']),
    }
  );
};

/** A whole generation is none that is being built. */
export const removeMark = (database: DatabaseSync): void => database.exec('DROP TABLE IF EXISTS building');
