import { DatabaseSync } from 'node:sqlite';

/** A row written and read with nothing in between. */
export const plainRows = (file: string) => {
  const database = new DatabaseSync(file);
  database.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL');
  database.exec('CREATE TABLE rows(key TEXT PRIMARY KEY, row TEXT NOT NULL) WITHOUT ROWID, STRICT');
  const put = database.prepare('INSERT INTO rows VALUES (?, ?)');
  const get = database.prepare('SELECT row FROM rows WHERE key = ?');
  return {
    show: (key: string, row: object): unknown => {
      put.run(key, JSON.stringify(row));
      return JSON.parse(String(get.get(key)?.['row']));
    },
    close: () => database.close(),
  };
};
