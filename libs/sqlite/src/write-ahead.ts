import type { DatabaseSync } from 'node:sqlite';

/** SQLITE_BUSY. */
const busy = 5;
const between = 10;

/**
 * Turns a file to write-ahead logging (https://sqlite.org/wal.html). Processes that turn a new one at the same moment are told
 * at once that it is locked, whatever their busy timeout, lest they wait for each other: here they wait, so many milliseconds at most.
 */
export const writeAhead = (database: DatabaseSync, patience: number): void => {
  for (const end = Date.now() + patience; ;) {
    try {
      database.exec('PRAGMA journal_mode=WAL');
      return;
    } catch (error) {
      if ((error as { errcode?: number }).errcode !== busy || Date.now() >= end) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, between);
    }
  }
};
