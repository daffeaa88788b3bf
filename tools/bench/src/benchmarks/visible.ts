import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { HubEvent } from '@relais/catalogue';
import { SqliteEventStore, type EventStore } from '@relais/event-store';
import { agenda, Generations, Projector, SqliteReadModels } from '@relais/read-models';
import type { GatheringId } from '@relais/vocabulary';
import { alternate } from '../alternate.ts';
import type { Benchmark } from '../benchmark.ts';
import { measured } from '../measured.ts';
import { secondsOf } from '../seconds.ts';
import { percentile } from '../statistics.ts';
import { syntheticHistory } from '../synthetic/synthetic-log.ts';
import { inTemporaryFolder } from '../temporary-folder.ts';

const recognised = (): Extract<HubEvent, { type: 'gathering.recognised' }>['data'] => {
  for (const { chapters } of syntheticHistory())
    for (const { events } of chapters)
      for (const event of events) if (event.type === 'gathering.recognised') return event.data;
  throw new Error('the history has no gathering');
};

/** The same event appended, and a row for it written and read with nothing in between. */
const plainRows = (file: string) => {
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

const append = (store: EventStore, gathering: GatheringId, template: ReturnType<typeof recognised>) => {
  const event: HubEvent = { type: 'gathering.recognised', data: { ...template, gathering } };
  return store.append(`gathering-${gathering}`, [event], 'no stream');
};

export const visible: Benchmark = {
  name: 'visible',
  counts: 'appends',
  usual: { rounds: 2_000, each: 1 },
  measure: ({ rounds, each }) =>
    inTemporaryFolder(async (folder) => {
      const [store, bare] = ['log.db', 'bare-log.db'].map((name) => SqliteEventStore.open(join(folder, name)));
      if (store === undefined || bare === undefined) throw new Error('there is no log');
      const generations = new Generations(join(folder, 'read-models'));
      const projector = new Projector(store, generations);
      const models = new SqliteReadModels(generations);
      const rows = plainRows(join(folder, 'rows.db'));
      const template = recognised();
      let number = 0;
      const milliseconds = async (shown: (gathering: GatheringId) => Promise<unknown>): Promise<number> => {
        const gatherings = Array.from({ length: each }, () => `g-${number++}` as GatheringId);
        const seconds = await secondsOf(async () => {
          for (const gathering of gatherings)
            if ((await shown(gathering)) === undefined) throw new Error(`${gathering} is not there to be read`);
        });
        return (seconds * 1_000) / each;
      };
      await projector.open();
      const stop = new AbortController();
      const following = projector.follow(stop.signal);
      const figures = await alternate(
        rounds,
        () =>
          milliseconds(async (gathering) => {
            await projector.reached((await append(store, gathering, template)).position);
            return models.get(agenda, gathering);
          }),
        () =>
          milliseconds(async (gathering) => {
            await append(bare, gathering, template);
            return rows.show(gathering, { ...template, gathering });
          }),
      );
      stop.abort();
      await following;
      models.close();
      projector.close();
      rows.close();
      await Promise.all([store.close(), bare.close()]);
      const conditions = {
        appends: rounds * each,
        figure:
          'from before a durable append of one event to its row read back, all projections following in this process',
        ceiling: 'the same append, then one row written and read back directly (WAL, synchronous NORMAL)',
      };
      const compared = { unit: 'ms', beside: 'ceiling', ...figures, conditions } as const;
      return [
        measured({ name: 'visible', ...compared }),
        measured({ name: 'visible-p99', ...compared, by: (values) => percentile(values, 0.99) }),
      ];
    }),
};
