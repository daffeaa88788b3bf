import { rename } from 'node:fs/promises';
import { backup, DatabaseSync } from 'node:sqlite';
import { Unavailable } from '../../wiring/unavailable.js';

/** So many pages at a time; between them others have their turn of the disk. */
const pages = 2_000;
const patience = 10_000;

/**
 * Copies a SQLite file as it stands at this moment, beside whoever writes to it: one file, without what SQLite keeps beside
 * it. The reading transaction holds that moment; without it, the copy would begin anew with every write of another process.
 */
export const copyDatabase = async (from: string, to: string): Promise<void> => {
  const source = new DatabaseSync(from, { readOnly: true });
  try {
    source.exec(`PRAGMA busy_timeout=${patience}; BEGIN`);
    source.prepare('SELECT count(*) FROM sqlite_schema').get();
    await backup(source, `${to}.draft`, { rate: pages });
    source.exec('COMMIT');
  } finally {
    source.close();
  }
  const copy = new DatabaseSync(`${to}.draft`);
  try {
    copy.exec('PRAGMA journal_mode=DELETE');
  } finally {
    copy.close();
  }
  await rename(`${to}.draft`, to);
};

/** Throws where SQLite finds a file damaged. */
export const checkDatabase = (file: string): void => {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const { integrity_check: found } = database.prepare('PRAGMA integrity_check(1)').get() ?? {};
    if (found !== 'ok') throw new Unavailable(`${file} is damaged: ${String(found)}`);
  } finally {
    database.close();
  }
};
