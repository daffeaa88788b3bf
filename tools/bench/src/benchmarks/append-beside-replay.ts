import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { SqliteEventStore } from '@relais/event-store';
import { Generations, Projector, replayInThread, sqliteLog } from '@relais/read-models';
import { announcements } from '../synthetic/announcements.ts';
import type { Benchmark } from '../benchmark.ts';
import { measured } from '../measured.ts';
import { percentile } from '../statistics.ts';
import { writeSyntheticLog } from '../synthetic/synthetic-log.ts';
import { inTemporaryFolder } from '../temporary-folder.ts';

/** How many appends are timed while nothing else goes on. */
const alone = 1_000;
const pause = 2;

export const appendBesideReplay: Benchmark = {
  name: 'append-beside-replay',
  counts: 'events',
  usual: { rounds: 2, each: 1_000_000 },
  measure: ({ rounds, each }) =>
    inTemporaryFolder(async (folder) => {
      const log = join(folder, 'log.db');
      await writeSyntheticLog(log, each);
      const store = SqliteEventStore.open(log);
      const projector = new Projector(
        store,
        new Generations(join(folder, 'read-models')),
        replayInThread(sqliteLog(log)),
      );
      await projector.open();
      const stop = new AbortController();
      const following = projector.follow(stop.signal);
      const events = announcements(1);
      let number = 0;
      const appends = async (times: number[], goesOn: () => boolean): Promise<void> => {
        while (goesOn()) {
          const begun = performance.now();
          await store.append(`beside-${number++}`, events, 'no stream');
          times.push(performance.now() - begun);
          await setTimeout(pause);
        }
      };
      const [beside, idle]: [number[], number[]] = [[], []];
      const seconds: number[] = [];
      for (let round = 0; round < rounds; round++) {
        const until = idle.length + alone;
        await appends(idle, () => idle.length < until);
        let replays = true;
        const replay = projector.replay().finally(() => (replays = false));
        await appends(beside, () => replays);
        seconds.push((await replay).seconds);
      }
      stop.abort();
      await following;
      projector.close();
      await store.close();
      const conditions = {
        ...{ rounds, events: each, 'appends alone': idle.length, 'appends beside': beside.length },
        'seconds of a replay': seconds.map((one) => one.toFixed(1)).join(', '),
        'ms at most': `${Math.max(...beside).toFixed(1)} beside, ${Math.max(...idle).toFixed(1)} alone`,
        figure:
          'one event appended durably every few milliseconds while all is replayed in a thread of the same process',
        ceiling: 'the same while nothing is replayed',
      };
      const compared = { unit: 'ms', beside: 'ceiling', conditions } as const;
      const at = (share: number) => ({ ours: [percentile(beside, share)], other: [percentile(idle, share)] });
      return [
        measured({ name: 'append-beside-replay', ...compared, ...at(0.5) }),
        measured({ name: 'append-beside-replay-p99', ...compared, ...at(0.99) }),
      ];
    }),
};
