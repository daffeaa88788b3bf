import { join } from 'node:path';
import { SqliteEventStore } from '@relais/event-store';
import { Generations, Projector } from '@relais/read-models';
import { alternate } from '../alternate.ts';
import type { Benchmark } from '../benchmark.ts';
import { measured } from '../measured.ts';
import { copyRows, rowsOf } from '../raw-replay.ts';
import { secondsOf } from '../seconds.ts';
import { writeSyntheticLog } from '../synthetic/synthetic-log.ts';
import { inTemporaryFolder } from '../temporary-folder.ts';

export const replay: Benchmark = {
  name: 'replay',
  counts: 'events',
  usual: { rounds: 3, each: 200_000 },
  measure: ({ rounds, each }) =>
    inTemporaryFolder(async (folder) => {
      const log = join(folder, 'log.db');
      await writeSyntheticLog(log, each);
      const store = SqliteEventStore.open(log);
      const generations = new Generations(join(folder, 'read-models'));
      const projector = new Projector(store, generations);
      await projector.open();
      const rows = rowsOf(generations.fileOf(generations.current() ?? 0));
      const figures = await alternate(
        rounds,
        async () => each / (await secondsOf(() => projector.replay())),
        async (round) => each / (await secondsOf(async () => copyRows(log, join(folder, `raw-${round}.db`), rows))),
      );
      projector.close();
      await store.close();
      const conditions = {
        ...{ rounds, events: each, rows: rows.length },
        figure: 'all projections built aside, compared with those shown, and swapped in',
        ceiling:
          'each event read in position order in pages of 1,000 and parsed; the rows, as they are in the end, written once into one table in order of key (WAL, synchronous NORMAL)',
      };
      return [measured({ name: 'replay', unit: 'events/s', beside: 'ceiling', ...figures, conditions })];
    }),
};
