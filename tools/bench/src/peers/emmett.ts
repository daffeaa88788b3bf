import { createRequire } from 'node:module';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import type { Event } from '@relais/event-sourcing';
import type { EventStore } from '@relais/event-store';
import { secondsOf } from '../seconds.ts';

/** What is used of Emmett's SQLite event store (0.42), whose types are not here since its package need not be. */
type Emmett = Readonly<{
  getSQLiteEventStore(options: { fileName: string; schema: { autoMigration: 'CreateOrUpdate' } }): {
    appendToStream(stream: string, events: readonly Event[]): Promise<unknown>;
    consumer(options: { pulling: { batchSize: number } }): {
      processor(options: object): unknown;
      start(): Promise<void>;
      close(): Promise<void>;
    };
  };
  sqliteRawSQLProjection(projection: object): object;
}>;

/**
 * Where Emmett is installed, if it is: the folder that RELAIS_PEERS names, or the repository's own. It is no dependency of
 * ours, because its SQLite driver is compiled for minutes.
 */
const loadEmmett = async (): Promise<Emmett | undefined> => {
  const folder = process.env['RELAIS_PEERS'] ?? process.cwd();
  const { resolve } = createRequire(pathToFileURL(join(folder, 'package.json')));
  try {
    return (await import(pathToFileURL(resolve('@event-driven-io/emmett-sqlite')).href)) as Emmett;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
};

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const sql = (fileName: string, statement: string) => {
  const database = new DatabaseSync(fileName);
  const row = database.prepare(statement).get();
  database.close();
  return row;
};

/** Events a second that a consumer of Emmett's projects, one upsert an event into a row of its stream. */
const emmettRate = async (
  emmett: Emmett,
  fileName: string,
  streams: ReadonlyMap<string, readonly Event[]>,
): Promise<number> => {
  const store = emmett.getSQLiteEventStore({ fileName, schema: { autoMigration: 'CreateOrUpdate' } });
  for (const [stream, events] of streams) await store.appendToStream(stream, events);
  sql(fileName, 'CREATE TABLE latest(key TEXT PRIMARY KEY, row TEXT NOT NULL)');
  const count = [...streams.values()].reduce((sum, events) => sum + events.length, 0);
  const types = new Set([...streams.values()].flatMap((events) => events.map(({ type }) => type)));
  let seen = 0;
  const projection = emmett.sqliteRawSQLProjection({
    canHandle: [...types],
    evolve: ({ data, metadata }: { data: unknown; metadata: { streamName: string } }) =>
      `INSERT INTO latest VALUES (${quoted(metadata.streamName)}, ${quoted(JSON.stringify(data))})
       ON CONFLICT(key) DO UPDATE SET row = excluded.row`,
  });
  const consumer = store.consumer({ pulling: { batchSize: 1_000 } });
  consumer.processor({ processorId: 'latest', projection, startFrom: 'BEGINNING', stopAfter: () => ++seen === count });
  const seconds = await secondsOf(() => consumer.start());
  await consumer.close();
  const rows = Number(sql(fileName, 'SELECT count(*) AS count FROM latest')?.['count']);
  if (rows !== streams.size) throw new Error(`Emmett projected ${rows} rows of ${streams.size}`);
  return count / seconds;
};

/** How many events of a log the peer is given: it takes seconds for them. */
const most = 10_000;

const firstEvents = async (store: EventStore): Promise<Map<string, Event[]>> => {
  const streams = new Map<string, Event[]>();
  let events = 0;
  for await (const page of store.readAll())
    for (const { stream, type, data } of page) {
      if (events++ === most) return streams;
      const known = streams.get(stream);
      if (known) known.push({ type, data: data });
      else streams.set(stream, [{ type, data: data }]);
    }
  return streams;
};

/** What Emmett's consumer does a second in each of so many rounds with the beginning of a log; nothing where it is not installed. */
export const emmettRates = async (store: EventStore, folder: string, rounds: number): Promise<readonly number[]> => {
  const emmett = await loadEmmett();
  if (emmett === undefined) return [];
  const streams = await firstEvents(store);
  const rates: number[] = [];
  for (let round = 0; round < rounds; round++)
    rates.push(await emmettRate(emmett, join(folder, `emmett-${round}.db`), streams));
  return rates;
};
