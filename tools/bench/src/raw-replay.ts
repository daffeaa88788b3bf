import { DatabaseSync } from 'node:sqlite';

/** A row of read models: its key, made unique over all projections, and its text. */
type Row = readonly [key: string, row: string];

const pageSize = 1_000;

/** Every row of every projection of a generation's file, in order of key. */
export const rowsOf = (file: string): Row[] => {
  const database = new DatabaseSync(file, { readOnly: true });
  const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE 'rows_%'").all();
  const rows = tables.flatMap(({ name }) =>
    database
      .prepare(`SELECT key, row FROM "${String(name)}" ORDER BY key`)
      .all()
      .map(({ key, row }): Row => [`${String(name)} ${String(key)}`, String(row)]),
  );
  database.close();
  return rows;
};

/** The least that a replay can be: reads and parses every event of a log, and writes as many rows as come of it, a part with each page. */
export const copyRows = (log: string, file: string, rows: readonly Row[]): void => {
  const source = new DatabaseSync(log, { readOnly: true });
  const target = new DatabaseSync(file);
  target.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL');
  target.exec('CREATE TABLE rows(key TEXT PRIMARY KEY, row TEXT NOT NULL) WITHOUT ROWID, STRICT');
  const page = source.prepare(
    `SELECT position, data FROM event WHERE position > ? ORDER BY position LIMIT ${pageSize}`,
  );
  const insert = target.prepare('INSERT INTO rows VALUES (?, ?)');
  const { head } = source.prepare('SELECT max(position) AS head FROM event').get() as { head: number };
  let written = 0;
  for (let position = 0; position < head;) {
    const events = page.all(position) as { position: number; data: string }[];
    for (const { data } of events) JSON.parse(data);
    position = events.at(-1)?.position ?? head;
    const due = Math.round((rows.length * position) / head);
    target.exec('BEGIN IMMEDIATE');
    for (; written < due; written++) insert.run(...(rows[written] as Row));
    target.exec('COMMIT');
  }
  source.close();
  target.close();
};
