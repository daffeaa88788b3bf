import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import type { Revisit } from '@relais/sources';
import { writeAhead } from '@relais/sqlite';
import type { Validators } from '@relais/transport';
import type { Instant, SourceId } from '@relais/vocabulary';
import { Deployment } from '../../wiring/deployment.js';
import type { Expecting } from './expecting.js';

/** What is remembered of reading a source, only so as to ask its server no more than is needed. */
export type Remembered = Readonly<{
  /** What the configuration said of it; with anything else, none of this holds. */
  read: string;
  /** Where it moved for good. */
  address?: string;
  validators?: Validators;
  /** Of the last document that was read. */
  hash?: string;
  /** When that was read whole. */
  readAt?: Instant;
  /** When it could last be read, or was said not to have changed. */
  lastRead?: Instant;
  /** What that document said of when to read it again. */
  revisit?: Revisit;
  /** Which items it should have shown, or should show next time. */
  expecting?: Expecting;
  /** When it is to be called silent, should it show nothing new until then. */
  silentFrom?: Instant;
  /** It is a page for people, not a feed. */
  page?: true;
  /** When it was seen to have changed, the last times. */
  changes: readonly Instant[];
  /** How often in a row it could not be read. */
  failures: number;
  /** A move that is not believed yet. */
  moving?: Readonly<{ to: string; since: Instant; times: number }>;
  /** How often in a row it was said to be gone for good. */
  gone: number;
  /** When to ask again. */
  next?: Instant;
}>;

/** Raise it when documents that did not change are to be read again, because the formats find more in them. */
const version = 2;

/**
 * Beside the log, in a file of its own: these are no facts. Who loses it loses nothing; every source is then asked once
 * without conditions. After the end of the process nothing is kept any more.
 */
@Injectable()
export class ReadingMemory implements OnApplicationShutdown {
  readonly #database: DatabaseSync;
  #ended = false;

  constructor(@Inject(Deployment) { dataFolder }: Deployment) {
    this.#database = opened(join(dataFolder, 'readings.db'));
  }

  of(source: SourceId): Remembered | undefined {
    return this.#get(`source ${source}`) as Remembered | undefined;
  }

  keep(source: SourceId, remembered: Remembered): void {
    this.#put(`source ${source}`, remembered);
  }

  /** Until when a host wants to be left alone. */
  heldUntil(host: string): Instant | undefined {
    return this.#get(`host ${host}`) as Instant | undefined;
  }

  hold(host: string, until: Instant): void {
    this.#put(`host ${host}`, until);
  }

  onApplicationShutdown(): void {
    this.#ended = true;
    this.#database.close();
  }

  #get(key: string): unknown {
    if (this.#ended) return undefined;
    const row = this.#database.prepare('SELECT value FROM remembered WHERE key = ?').get(key);
    return row && (JSON.parse(row['value'] as string) as unknown);
  }

  #put(key: string, value: unknown): void {
    if (this.#ended) return;
    this.#database
      .prepare(
        'INSERT INTO remembered (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
      )
      .run(key, JSON.stringify(value));
  }
}

/** For how long another process that has the file is waited for, in milliseconds. */
const patience = 5_000;

const opened = (path: string): DatabaseSync => {
  try {
    return open(path);
  } catch (error) {
    new Logger('Collector').warn(`${path} is begun anew: ${(error as Error).message}`);
    for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
    return open(path);
  }
};

const open = (path: string): DatabaseSync => {
  const database = new DatabaseSync(path, { timeout: patience });
  try {
    writeAhead(database, patience);
    database.exec('PRAGMA synchronous = OFF');
    if (database.prepare('PRAGMA user_version').get()?.['user_version'] !== version)
      database.exec(`DROP TABLE IF EXISTS remembered; PRAGMA user_version = ${version}`);
    database.exec(
      'CREATE TABLE IF NOT EXISTS remembered (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID',
    );
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
};
