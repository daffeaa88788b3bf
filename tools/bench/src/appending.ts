import { randomBytes } from 'node:crypto';
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

type Row = readonly [type: string, data: string];

/** An id whose first bytes rise, as those of the log do, so that the index costs the same. */
const risingId = (): Uint8Array => {
  const id = randomBytes(16);
  id.writeUIntBE(Date.now(), 0, 6);
  return id;
};

/** Durable commits of the same bytes into the log's own tables: what this disk and SQLite can do at most with its schema. */
export const rawTables = async (file: string) => {
  await SqliteEventStore.open(file).close();
  const database = new DatabaseSync(file);
  database.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON');
  const newStream = database.prepare('INSERT INTO stream(name, version) VALUES (?, 0)');
  const advance = database.prepare('UPDATE stream SET version = ? WHERE id = ?');
  const newType = database.prepare('INSERT INTO event_type(name) VALUES (?)');
  const insert = database.prepare(
    "INSERT INTO event(position, id, stream, version, type, data, at, metadata, hash) VALUES (?, ?, ?, ?, ?, ?, ?, '{}', ?)",
  );
  const types = new Map<string, number | bigint>();
  const hash = randomBytes(32);
  let [appends, position, version, stream] = [0, 0, 0, 0 as number | bigint];
  return {
    append: (rows: readonly Row[]): void => {
      database.exec('BEGIN IMMEDIATE');
      const at = new Date().toISOString();
      if (appends++ % perStream === 0) {
        stream = newStream.run(`gathering-${appends}`).lastInsertRowid;
        version = 0;
      }
      for (const [type, data] of rows) {
        const typeId = types.get(type) ?? newType.run(type).lastInsertRowid;
        types.set(type, typeId);
        insert.run(++position, risingId(), stream, ++version, typeId, data, at, hash);
      }
      advance.run(version, stream);
      database.exec('COMMIT');
    },
    close: () => database.close(),
  };
};

type Appending = Readonly<{
  name: string;
  /** How many events an append has. */
  batch: number;
  /** How many writers append at once; the other side is one, since SQLite takes one at a time. */
  writers?: number;
}>;

/** Events a second through the log's port, chained, beside durable commits of the same bytes into the same tables. */
export const measureAppends = (
  { name, batch, writers = 1 }: Appending,
  { rounds, each }: Amounts,
): Promise<Measurement[]> =>
  inTemporaryFolder(async (folder) => {
    const store = SqliteEventStore.open(join(folder, 'log.db'));
    const raw = await rawTables(join(folder, 'raw.db'));
    const events = announcements(batch);
    const rows = events.map(({ type, data }): Row => [type, JSON.stringify(data)]);
    const rate = async (work: () => Promise<void>): Promise<number> => (each * batch) / (await secondsOf(work));
    const figures = await alternate(
      rounds,
      () =>
        rate(async () => {
          await Promise.all(Array.from({ length: writers }, () => writer(store, each / writers, events)));
        }),
      () =>
        rate(async () => {
          for (let n = 0; n < each; n++) raw.append(rows);
        }),
    );
    await store.close();
    raw.close();
    const bytes = rows.reduce((sum, [type, data]) => sum + type.length + Buffer.byteLength(data), 0);
    const conditions = {
      ...{ rounds, appends: each, writers, 'events an append': batch, 'bytes an event': Math.round(bytes / batch) },
      commits: 'WAL, synchronous FULL',
      ceiling: 'the same bytes into the same tables without a chain, one writer, one durable transaction an append',
    };
    return [measured({ name, unit: 'events/s', beside: 'ceiling', ...figures, conditions })];
  });

let begun = 0;

/** Appends one after another, each once the one before it is durable, in streams of its own. */
const writer = async (
  store: SqliteEventStore,
  appends: number,
  events: Parameters<SqliteEventStore['append']>[1],
): Promise<void> => {
  const name = `writer-${++begun}`;
  for (let n = 0; n < appends; n++) {
    const version = (n % perStream) * events.length;
    await store.append(`${name}-${Math.floor(n / perStream)}`, events, version === 0 ? 'no stream' : version);
  }
};
