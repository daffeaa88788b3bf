import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { writeAhead } from '@relais/sqlite';
import { schema, schemaVersion } from './schema.js';
import { upgraded } from './upgrade.js';

/** The log was written by a newer version of Relais. */
export class NewerLog extends Error {
  override readonly name = 'NewerLog';
  constructor(file: string, found: number) {
    super(
      `${file} was written by a newer Relais (schema ${found}, this one knows ${schemaVersion}): start that version`,
    );
  }
}

/** The log's file cannot be opened or written; the message says which file, why, and what to do. */
export class LogUnavailable extends Error {
  override readonly name = 'LogUnavailable';
}

/** How long another process's lock is waited for, in milliseconds. */
const patience = 10_000;

/**
 * FULL: a commit that was acknowledged survives a power cut. A small cache, because readers go through the log in order.
 * Written back into the file once 16 MB have come together: each time costs two more flushes.
 */
const pragmas = `
PRAGMA synchronous=FULL;
PRAGMA foreign_keys=ON;
PRAGMA trusted_schema=OFF;
PRAGMA mmap_size=0;
PRAGMA cache_size=-8000;
PRAGMA wal_autocheckpoint=4000;
`;

/** Opens the log's file, making it where there is none; throws {@link NewerLog} or {@link LogUnavailable}. */
export const openLogFile = (file: string, { readOnly = false } = {}): DatabaseSync => {
  try {
    return readOnly ? existing(file) : ready(file);
  } catch (error) {
    if (error instanceof NewerLog) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new LogUnavailable(`the log ${file} cannot be opened${readOnly ? '' : ' for writing'}: ${reason}`, {
      cause: error,
    });
  }
};

const existing = (file: string): DatabaseSync => {
  const database = new DatabaseSync(file, { readOnly: true });
  database.exec(`PRAGMA busy_timeout=${patience}; PRAGMA trusted_schema=OFF; PRAGMA cache_size=-8000;`);
  return withKnownSchema(database, file, true);
};

const ready = (file: string): DatabaseSync => {
  mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file);
  try {
    return upToDate(database, file);
  } catch (error) {
    // Held open, it would keep everybody else out by the transaction that failed.
    if (database.isOpen) database.close();
    throw error;
  }
};

const upToDate = (database: DatabaseSync, file: string): DatabaseSync => {
  database.exec(`PRAGMA busy_timeout=${patience};`);
  writeAhead(database, patience);
  database.exec(pragmas);
  const { synchronous } = database.prepare('PRAGMA synchronous').get() as { synchronous: number };
  if (synchronous !== 2) throw new Error('SQLite does not promise durable commits here (synchronous is not FULL)');
  const isNew = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'log'").get() === undefined;
  if (!isNew) withKnownSchema(database, file);
  database.exec('BEGIN IMMEDIATE');
  if (!isNew) upgraded(database);
  database.exec(schema);
  database
    .prepare('INSERT INTO log(schema, identity) SELECT ?, ? WHERE NOT EXISTS (SELECT 1 FROM log)')
    .run(schemaVersion, randomUUID());
  database.exec('COMMIT');
  return database;
};

const withKnownSchema = (database: DatabaseSync, file: string, isReadOnly = false): DatabaseSync => {
  const found = database.prepare('SELECT schema FROM log').get() as { schema: number } | undefined;
  if (found === undefined || found.schema === schemaVersion) return database;
  if (found.schema > schemaVersion) {
    database.close();
    throw new NewerLog(file, found.schema);
  }
  if (!isReadOnly) return database;
  database.close();
  throw new LogUnavailable(
    `it was written by an older Relais (schema ${found.schema}): start the hub once, which brings it up to date`,
  );
};
