import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { SqliteEventStore } from '@relais/event-store';
import { alternate } from './alternate.ts';
import type { Amounts, Measurement } from './benchmark.ts';
import { measured } from './measured.ts';
import { secondsOf } from './seconds.ts';
import { announcements } from './synthetic/announcements.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

/** How many appends a stream takes before the next is begun. */
const perStream = 5;

/** Durable commits of the same bytes into one plain table: what this disk and SQLite can do at most. */
const plainTable = (file: string) => {
  const database = new DatabaseSync(file);
  database.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL');
  database.exec('CREATE TABLE event(position INTEGER PRIMARY KEY, type TEXT NOT NULL, data TEXT NOT NULL) STRICT');
  const insert = database.prepare('INSERT INTO event(type, data) VALUES (?, ?)');
  return {
    append: (rows: readonly (readonly [string, string])[]): void => {
      database.exec('BEGIN IMMEDIATE');
      for (const [type, data] of rows) insert.run(type, data);
      database.exec('COMMIT');
    },
    close: () => database.close(),
  };
};

/** Events a second through the log's port, so many in each append, beside durable commits into a plain table. */
export const measureAppends = (name: string, batch: number, { rounds, each }: Amounts): Promise<Measurement[]> =>
  inTemporaryFolder(async (folder) => {
    const store = SqliteEventStore.open(join(folder, 'log.db'));
    const plain = plainTable(join(folder, 'plain.db'));
    const events = announcements(batch);
    const rows = events.map(({ type, data }) => [type, JSON.stringify(data)] as const);
    let appended = 0;
    const rate = async (append: () => void | Promise<void>): Promise<number> =>
      (each * batch) /
      (await secondsOf(async () => {
        for (let n = 0; n < each; n++) await append();
      }));
    const figures = await alternate(
      rounds,
      () =>
        rate(async () => {
          const version = (appended % perStream) * batch;
          const stream = `gathering-${Math.floor(appended++ / perStream)}`;
          await store.append(stream, events, version === 0 ? 'no stream' : version);
        }),
      () => rate(() => plain.append(rows)),
    );
    await store.close();
    plain.close();
    const bytes = rows.reduce((sum, [type, data]) => sum + type.length + Buffer.byteLength(data), 0);
    const conditions = {
      ...{ rounds, appends: each, 'events an append': batch, 'bytes an event': Math.round(bytes / batch) },
      commits: 'WAL, synchronous FULL',
      ceiling:
        'the same bytes as (position, type, data) in a table without an index, one durable transaction an append',
    };
    return [measured({ name, unit: 'events/s', beside: 'ceiling', ...figures, conditions })];
  });
