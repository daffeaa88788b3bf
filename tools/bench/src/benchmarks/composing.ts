import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { SqliteEventStore } from '@relais/event-store';
import { Generations, Projector } from '@relais/read-models';
import { alternate } from '../alternate.ts';
import type { Benchmark } from '../benchmark.ts';
import { measured } from '../measured.ts';
import { writeSyntheticLog } from '../synthetic/synthetic-log.ts';
import { inTemporaryFolder } from '../temporary-folder.ts';

/** Years of forty cities. */
const mostEvents = 100_000;
/** Three languages, short and full. */
const editions = 6;

type Ran = Readonly<{ seconds: number; bytes: number; facts: number }>;

const script = join(import.meta.dirname, '..', 'letters', 'compose-all.ts');

/** In a process of its own each time: nothing is loaded or remembered when it begins. */
const cold = (folder: string, issues: number, mode = ''): Ran => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, folder, String(issues), mode], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Ran;
};

export const composing: Benchmark = {
  name: 'composing',
  counts: 'letters',
  usual: { rounds: 3, each: 50 * editions },
  measure: ({ rounds, each }) =>
    inTemporaryFolder(async (folder) => {
      const [log, rows] = [join(folder, 'log.db'), join(folder, 'read-models')];
      const issues = Math.ceil(each / editions);
      const events = Math.min(mostEvents, 500 * each);
      await writeSyntheticLog(log, events);
      const store = SqliteEventStore.open(log);
      const projector = new Projector(store, new Generations(rows));
      await projector.open();
      projector.close();
      await store.close();
      let last: Ran = { seconds: 0, bytes: 0, facts: 0 };
      const figures = await alternate(
        rounds,
        async () => (last = cold(rows, issues)).seconds,
        async () => cold(rows, issues, 'read').seconds,
      );
      const conditions = {
        ...{ rounds, issues, editions: issues * editions, events },
        'bytes an edition': Math.round(last.bytes / (issues * editions)),
        'facts an issue': Math.round(last.facts / issues),
        figure:
          'from the start of a process until one issue of each city is composed and rendered in three languages, short and full, as HTML and text',
        ceiling: 'from the start of a process until the same rows are read, and nothing done with them',
      };
      return [measured({ name: 'composing', unit: 's', beside: 'ceiling', ...figures, conditions })];
    }),
};
