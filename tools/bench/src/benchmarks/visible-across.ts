import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { SqliteEventStore } from '@relais/event-store';
import { agenda, Generations, SqliteReadModels } from '@relais/read-models';
import type { GatheringId } from '@relais/vocabulary';
import { alternate } from '../alternate.ts';
import type { Benchmark } from '../benchmark.ts';
import { withProcess } from '../child.ts';
import { measured } from '../measured.ts';
import { secondsOf } from '../seconds.ts';
import { percentile } from '../statistics.ts';
import { inTemporaryFolder } from '../temporary-folder.ts';
import { plainRows } from '../visible/plain-rows.ts';
import { appendGathering, recognised } from '../visible/recognised-gathering.ts';

const projectingProcess = join(import.meta.dirname, '..', 'visible', 'projecting-process.ts');

/** From an append in one process, by way of the projector in another, to a row that is read: as with a portal apart. */
export const visibleAcross: Benchmark = {
  name: 'visible-across',
  counts: 'appends',
  usual: { rounds: 500, each: 1 },
  measure: ({ rounds }) =>
    inTemporaryFolder(async (folder) => {
      const store = SqliteEventStore.open(join(folder, 'log.db'));
      const bare = SqliteEventStore.open(join(folder, 'bare-log.db'));
      const rows = plainRows(join(folder, 'rows.db'));
      const template = recognised();
      let number = 0;
      const milliseconds = async (show: (gathering: GatheringId) => Promise<unknown>): Promise<number> =>
        1_000 * (await secondsOf(() => show(`g-${number++}` as GatheringId)));
      const figures = await withProcess(projectingProcess, { env: { FOLDER: folder } }, async () => {
        const models = new SqliteReadModels(new Generations(join(folder, 'read-models')));
        const measures = await alternate(
          rounds,
          () =>
            milliseconds(async (gathering) => {
              await appendGathering(store, gathering, template);
              while (models.get(agenda, gathering) === undefined) await setTimeout(1);
            }),
          () =>
            milliseconds(async (gathering) => {
              await appendGathering(bare, gathering, template);
              rows.show(gathering, { ...template, gathering });
            }),
        );
        models.close();
        return measures;
      });
      rows.close();
      await Promise.all([store.close(), bare.close()]);
      const conditions = {
        appends: rounds,
        figure: 'from before a durable append to its row read here, projected by another process that looks each 50 ms',
        ceiling: 'the same append, then one row written and read back directly, in this process',
      };
      const compared = { unit: 'ms', beside: 'ceiling', ...figures, conditions } as const;
      return [
        measured({ name: 'visible-across', ...compared }),
        measured({ name: 'visible-across-p99', ...compared, by: (values) => percentile(values, 0.99) }),
      ];
    }),
};
