import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { SqliteEventStore } from '@relais/event-store';
import { agenda, Generations, news, Projector, replayInThread, SqliteReadModels, sqliteLog } from '@relais/read-models';
import type { Benchmark } from '../benchmark.ts';
import { measured } from '../measured.ts';
import { percentile } from '../statistics.ts';
import { writeSyntheticLog } from '../synthetic/synthetic-log.ts';
import { inTemporaryFolder } from '../temporary-folder.ts';

/** How long readers in the same process wait at most in the moment of a swap. */
export const swap: Benchmark = {
  name: 'swap',
  counts: 'events',
  usual: { rounds: 5, each: 100_000 },
  measure: ({ rounds, each }) =>
    inTemporaryFolder(async (folder) => {
      const log = join(folder, 'log.db');
      await writeSyntheticLog(log, each);
      const store = SqliteEventStore.open(log);
      const generations = new Generations(join(folder, 'read-models'));
      const projector = new Projector(store, generations, replayInThread(sqliteLog(log)));
      await projector.open();
      const models = new SqliteReadModels(generations);
      let mixed = 0;
      const read = async (): Promise<void> => {
        const first = models.generation();
        models.find(agenda, { limit: 20 });
        models.find(news, { limit: 20 });
        if (models.generation() !== first) mixed++;
        await setImmediate();
      };
      const [alone, around]: [number[], number[]] = [[], []];
      for (let round = 0; round < rounds; round++) {
        let [swaps, isOver, last] = [false, false, performance.now()];
        const replay = projector
          .replay({ onProgress: ({ phase }) => (swaps ||= phase === 'swapping') })
          .finally(() => (isOver = true));
        // A little further, until the pointer is looked at again.
        for (let after = 0; after < 50; after += isOver ? 1 : 0) {
          const before = swaps;
          await read();
          const now = performance.now();
          (before || swaps ? around : alone).push(now - last);
          last = now;
        }
        await replay;
      }
      models.close();
      projector.close();
      await store.close();
      const conditions = {
        ...{ rounds, events: each, 'reads around a swap': around.length, 'reads of two generations': mixed },
        figure: 'from one reading of two lists to the end of the next, at most, from the beginning of a swap on',
        ceiling: 'the same while the new generation is built, 99 of 100',
      };
      return [
        measured({
          name: 'swap',
          unit: 'ms',
          beside: 'ceiling',
          ours: [Math.max(...around)],
          other: [percentile(alone, 0.99)],
          conditions,
        }),
      ];
    }),
};
