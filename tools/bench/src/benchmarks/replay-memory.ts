import { join } from 'node:path';
import type { Benchmark } from '../benchmark.ts';
import { withProcess } from '../child.ts';
import { measured } from '../measured.ts';
import { writeSyntheticLog } from '../synthetic/synthetic-log.ts';
import { inTemporaryFolder } from '../temporary-folder.ts';

type Told = Readonly<{ most: number; seconds: number }>;

const script = join(import.meta.dirname, '..', 'replaying', 'replaying-hub.ts');

/** The memory of a process that replays a log of so many events, at most, and how long that takes. */
const replayOf = (events: number): Promise<Told> =>
  inTemporaryFolder(async (folder) => {
    const log = join(folder, 'log.db');
    await writeSyntheticLog(log, events);
    const rows = join(folder, 'read-models');
    // One process builds the first generation, another one replays beside it.
    await withProcess(script, { args: [log, rows] }, async () => undefined);
    return withProcess(script, { args: [log, rows] }, async (child) => (await child.ask('replay')) as Told);
  });

export const replayMemory: Benchmark = {
  name: 'replay-memory',
  counts: 'events',
  usual: { rounds: 1, each: 1_000_000 },
  measure: async ({ each }) => {
    const sizes = [each / 100, each / 10, each / 3, each].map(Math.ceil);
    const told: Told[] = [];
    for (const size of sizes) told.push(await replayOf(size));
    const [, tenth, third, whole] = told as [Told, Told, Told, Told];
    const conditions = {
      events: sizes.join(', '),
      'MB at most': told.map(({ most }) => most.toFixed(0)).join(', '),
      seconds: told.map(({ seconds }) => seconds.toFixed(2)).join(', '),
      figure: 'a process that follows a log and replays it in a thread: all of its memory',
    };
    const rate = (one: Told, size: number): number => one.seconds / size;
    return [
      measured({
        name: 'replay-memory',
        unit: 'MB',
        beside: 'ceiling',
        ours: [whole.most],
        other: [third.most],
        conditions: { ...conditions, ceiling: 'the same with a third of the events' },
      }),
      measured({
        name: 'replay-memory-time',
        unit: 'µs/event',
        beside: 'ceiling',
        ours: [rate(whole, each) * 1e6],
        other: [rate(tenth, Math.ceil(each / 10)) * 1e6],
        conditions: { ...conditions, ceiling: 'the same with a tenth of the events' },
      }),
    ];
  },
};
