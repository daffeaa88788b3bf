import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** The collector's memory of its readings, as it lies in a data folder; to be written only while no collector runs. */
const opened = <Result>(folder: string, work: (database: DatabaseSync) => Result): Result => {
  const database = new DatabaseSync(join(folder, 'readings.db'), { timeout: 5_000 });
  try {
    return work(database);
  } finally {
    database.close();
  }
};

const ofSources = "key LIKE 'source %'";

/** How many sources were read at least once. */
export const readOnce = (folder: string): number =>
  opened(folder, (database) =>
    Number(database.prepare(`SELECT count(*) AS count FROM remembered WHERE ${ofSources}`).get()?.['count']),
  );

/** Has each source be due at the moment that is chosen for it, by its id. */
export const spreadDues = (folder: string, dueOf: (source: string) => number): void =>
  opened(folder, (database) => {
    const put = database.prepare("UPDATE remembered SET value = json_set(value, '$.next', ?) WHERE key = ?");
    const keys = database.prepare(`SELECT key FROM remembered WHERE ${ofSources}`).all();
    database.exec('BEGIN');
    for (const { key } of keys)
      put.run(new Date(dueOf(String(key).slice('source '.length))).toISOString(), String(key));
    database.exec('COMMIT');
  });
