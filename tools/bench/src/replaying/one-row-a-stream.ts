import { eventTypes } from '@relais/catalogue';
import type { Recorded } from '@relais/event-sourcing';
import type { Rows } from '@relais/read-models';
import { DatabaseSync } from 'node:sqlite';

type Row = Readonly<{ type: string; at: string; version: number; events: number }>;

/** A projection that writes a row for every event there is: one for each stream, with what happened last in it. */
export const oneRowAStream = {
  name: 'streams',
  version: 1,
  columns: { type: (row: Row) => row.type },
  on: Object.fromEntries(
    Object.keys(eventTypes).map((type) => [
      type,
      (rows: Rows<Row>, { stream, recordedAt: at, version }: Recorded) =>
        rows.put(stream, { type, at, version, events: (rows.get(stream)?.events ?? 0) + 1 }),
    ]),
  ),
};

const pageSize = 1_000;

/** The same rows, made by nothing but SQLite: each event read and parsed, and its row written, a page of them in a transaction. */
export const rawUpserts = (log: string, file: string): void => {
  const source = new DatabaseSync(log, { readOnly: true });
  const target = new DatabaseSync(file);
  target.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-64000');
  target.exec('CREATE TABLE rows(key TEXT PRIMARY KEY, row TEXT NOT NULL, type TEXT) WITHOUT ROWID, STRICT');
  target.exec('CREATE TABLE standing(position INTEGER NOT NULL); INSERT INTO standing VALUES (0)');
  const page = source.prepare(
    `SELECT event.position, stream.name AS stream, event_type.name AS type, event.version, event.at, event.data FROM event
     JOIN stream ON stream.id = event.stream JOIN event_type ON event_type.id = event.type
     WHERE event.position > ? ORDER BY event.position LIMIT ${pageSize}`,
  );
  page.setReturnArrays(true);
  const upsert = target.prepare(
    `INSERT INTO rows VALUES (?, json_object('at', ?, 'events', 1, 'type', ?, 'version', ?), ?) ON CONFLICT(key) DO UPDATE SET
     row = json_set(excluded.row, '$.events', json_extract(rows.row, '$.events') + 1), type = excluded.type`,
  );
  const stand = target.prepare('UPDATE standing SET position = ?');
  type Read = [position: number, stream: string, type: string, version: number, at: string, data: string];
  for (let position = 0; ;) {
    const events = page.all(position) as unknown as Read[];
    target.exec('BEGIN IMMEDIATE');
    for (const [, stream, type, version, at, data] of events) {
      JSON.parse(data);
      upsert.run(stream, at, type, version, type);
    }
    position = events.at(-1)?.[0] ?? position;
    stand.run(position);
    target.exec('COMMIT');
    if (events.length < pageSize) break;
  }
  target.exec('CREATE INDEX by_type ON rows(type, key)');
  source.close();
  target.close();
};
