import { DatabaseSync } from 'node:sqlite';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { SqliteEventStore } from '@relais/event-store';
import { diffFiles, Generations, Projector } from '@relais/read-models';
import { alternate } from '../alternate.ts';
import type { Benchmark } from '../benchmark.ts';
import { measured } from '../measured.ts';
import { secondsOf } from '../seconds.ts';
import { writeSyntheticLog } from '../synthetic/synthetic-log.ts';
import { inTemporaryFolder } from '../temporary-folder.ts';

/** Events of which the rows are made that the others are copies of. */
const mostEvents = 50_000;

/** The tables of a generation's file, and how many rows they hold in all. */
const tablesIn = (database: DatabaseSync): { tables: string[]; rows: number } => {
  const found = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE 'rows_%'").all();
  const tables = found.map(({ name }) => `"${String(name)}"`);
  const rows = tables.map((table) => Number(database.prepare(`SELECT count(*) AS rows FROM ${table}`).get()?.['rows']));
  return { tables, rows: rows.reduce((sum, count) => sum + count, 0) };
};

/** Copies the rows of a generation, under other keys, until there are so many. */
const multiply = (file: string, wanted: number): number => {
  const database = new DatabaseSync(file);
  database.exec('BEGIN');
  const { tables, rows } = tablesIn(database);
  for (const table of tables) {
    const columns = database.prepare(`SELECT name FROM pragma_table_info(?)`).all(table.replaceAll('"', ''));
    const others = columns.map(({ name }) => `"${String(name)}"`).filter((name) => name !== '"key"');
    database.exec(
      `WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < ${Math.ceil(wanted / rows) - 1})
       INSERT INTO ${table}(key, ${others.join(', ')})
       SELECT key || ' ' || n, ${others.join(', ')} FROM ${table}, n WHERE ${wanted} > ${rows}`,
    );
  }
  database.exec('COMMIT');
  const { rows: made } = tablesIn(database);
  database.close();
  return made;
};

/** Another title or name in one row of a thousand. */
const changeSome = (file: string): void => {
  const database = new DatabaseSync(file);
  for (const table of tablesIn(database).tables)
    database.exec(
      `UPDATE ${table} SET row = json_set(row, '$.another', 1) WHERE key IN
       (SELECT key FROM (SELECT key, row_number() OVER (ORDER BY key) AS number FROM ${table}) WHERE number % 1000 = 1)`,
    );
  database.close();
};

/** Reads every key and row of both, and does nothing with them. */
const scan = (...files: readonly string[]): void => {
  for (const file of files) {
    const database = new DatabaseSync(file, { readOnly: true });
    for (const table of tablesIn(database).tables)
      database.prepare(`SELECT count(*) FROM (SELECT key, row FROM ${table}) WHERE row < '' OR key < ''`).get();
    database.close();
  }
};

export const diff: Benchmark = {
  name: 'diff',
  counts: 'rows',
  usual: { rounds: 5, each: 1_000_000 },
  measure: ({ rounds, each }) =>
    inTemporaryFolder(async (folder) => {
      const log = join(folder, 'log.db');
      const events = Math.min(each, mostEvents);
      await writeSyntheticLog(log, events);
      const store = SqliteEventStore.open(log);
      const generations = new Generations(join(folder, 'read-models'));
      const projector = new Projector(store, generations);
      await projector.open();
      projector.close();
      await store.close();
      const [before, after] = [generations.fileOf(generations.current() ?? 0), join(folder, 'after.db')];
      const rows = multiply(before, each);
      copyFileSync(before, after);
      changeSome(after);
      let differ = 0;
      const figures = await alternate(
        rounds,
        async () =>
          (2 * rows) /
          (await secondsOf(async () => {
            const { counts } = diffFiles(before, after);
            differ = counts.reduce((sum, { changed }) => sum + changed, 0);
          })),
        async () => (2 * rows) / (await secondsOf(async () => scan(before, after))),
      );
      const conditions = {
        ...{ rounds, 'rows of each': rows, 'of events': events, 'that differ': differ },
        figure: 'rows of both generations, compared, with before and after of those that differ',
        ceiling: 'the rows of both read by SQLite in order of key, and nothing done with them',
      };
      return [measured({ name: 'diff', unit: 'rows/s', beside: 'ceiling', ...figures, conditions })];
    }),
};
