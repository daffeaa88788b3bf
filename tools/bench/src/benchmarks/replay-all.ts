import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { SqliteEventStore } from '@relais/event-store';
import { buildGeneration, projections } from '@relais/read-models';
import { alternate } from '../alternate.ts';
import type { Benchmark } from '../benchmark.ts';
import { measured } from '../measured.ts';
import { copyRows, rowsOf } from '../raw-replay.ts';
import { secondsOf } from '../seconds.ts';
import { writeSyntheticLog } from '../synthetic/synthetic-log.ts';
import { inTemporaryFolder } from '../temporary-folder.ts';

/** Replays of everything: in one pass beside one after the other, and beside the least that it can be. */
export const replayAll: Benchmark = {
  name: 'replay-all',
  counts: 'events',
  usual: { rounds: 2, each: 1_000_000 },
  measure: ({ rounds, each }) =>
    inTemporaryFolder(async (folder) => {
      const log = join(folder, 'log.db');
      await writeSyntheticLog(log, each);
      const store = SqliteEventStore.open(log, { readOnly: true });
      const file = join(folder, 'rows.db');
      const fresh = (): string => {
        for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
        return file;
      };
      const all = () => secondsOf(() => buildGeneration(store, fresh()));
      const apart = (selective: boolean) => () =>
        secondsOf(async () => {
          for (const one of projections) await buildGeneration(store, fresh(), { only: [one], selective });
        });
      const [separate, selective] = [
        await alternate(rounds, all, apart(false)),
        await alternate(rounds, all, apart(true)),
      ];
      await all();
      const rows = rowsOf(file);
      const least = await alternate(rounds, all, () => secondsOf(async () => copyRows(log, fresh(), rows)));
      await store.close();
      const conditions = {
        rounds,
        events: each,
        projections: projections.length,
        figure: 'all projections built in one pass',
      };
      return [
        measured({
          name: 'replay-all',
          unit: 's',
          beside: 'ceiling',
          ...separate,
          conditions: { ...conditions, ceiling: 'the sum of the separate replays of each' },
        }),
        measured({
          name: 'replay-all-selective',
          unit: 's',
          beside: 'ceiling',
          ...selective,
          conditions: { ...conditions, ceiling: 'the same, each reading only the types of events that it handles' },
        }),
        measured({
          name: 'replay-all-raw',
          unit: 's',
          beside: 'ceiling',
          ...least,
          conditions: {
            ...conditions,
            ceiling:
              'each event read and parsed, the rows as they are in the end written once into one table in order of key',
          },
        }),
      ];
    }),
};
