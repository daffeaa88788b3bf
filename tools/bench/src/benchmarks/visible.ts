import { join } from 'node:path';
import { SqliteEventStore } from '@relais/event-store';
import { agenda, Generations, Projector, SqliteReadModels } from '@relais/read-models';
import type { GatheringId } from '@relais/vocabulary';
import { alternate } from '../alternate.ts';
import type { Benchmark } from '../benchmark.ts';
import { measured } from '../measured.ts';
import { secondsOf } from '../seconds.ts';
import { percentile } from '../statistics.ts';
import { inTemporaryFolder } from '../temporary-folder.ts';
import { plainRows } from '../visible/plain-rows.ts';
import { appendGathering, recognised } from '../visible/recognised-gathering.ts';

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
            await projector.reached((await appendGathering(store, gathering, template)).position);
            return models.get(agenda, gathering);
          }),
        () =>
          milliseconds(async (gathering) => {
            await appendGathering(bare, gathering, template);
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
