import { join } from 'node:path';
import { createConnection } from 'node:net';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import type { Benchmark } from '../benchmark.ts';
import { measured } from '../measured.ts';
import { withHub } from '../serving/hub.ts';
import { Visitors } from '../serving/requests.ts';
import { percentile } from '../statistics.ts';
import { writeSyntheticLog } from '../synthetic/synthetic-log.ts';
import { inTemporaryFolder } from '../temporary-folder.ts';

const paths = ['/', '/agenda', '/agenda?depuis=2016-01-01', '/feed.json', '/a-propos'];

/** How long a visitor waits before the next request, in milliseconds: a hub has two processors and more to do. */
const between = 4;

/** Asks the hub for a replay over its socket; resolves when it is over. */
const replayed = async (data: string): Promise<void> => {
  const socket = createConnection(join(data, 'run', 'projector.sock'));
  socket.write(`${JSON.stringify({ verb: 'replay', options: { dryRun: false } })}\n`);
  socket.resume();
  await once(socket, 'close');
};

export const requestsBesideReplay: Benchmark = {
  name: 'requests-beside-replay',
  counts: 'events',
  usual: { rounds: 2, each: 1_000_000 },
  measure: ({ rounds, each }) =>
    inTemporaryFolder(async (data) => {
      await writeSyntheticLog(join(data, 'log.db'), each);
      return withHub(data, {}, async ({ url }) => {
        const visitors = new Visitors(url);
        const [beside, alone]: [number[], number[]] = [[], []];
        let [number, failed] = [0, 0];
        const visit = async (times: number[], goesOn: () => boolean): Promise<void> => {
          while (goesOn()) {
            const path = paths[number++ % paths.length] ?? '/';
            const begun = performance.now();
            const { status } = await visitors.ask({ path, headers: {} });
            times.push(performance.now() - begun);
            if (status >= 500) failed++;
            await setTimeout(between);
          }
        };
        await visit([], () => number < 500);
        for (let round = 0; round < rounds; round++) {
          let isOver = false;
          const seconds = performance.now();
          const replay = replayed(data).finally(() => (isOver = true));
          await visit(beside, () => !isOver);
          await replay;
          const until = performance.now() + (performance.now() - seconds);
          await visit(alone, () => performance.now() < until);
        }
        visitors.close();
        const conditions = {
          ...{
            rounds,
            events: each,
            'requests beside': beside.length,
            'requests alone': alone.length,
            'of them failed': failed,
          },
          figure: 'a request of the running hub, one every few milliseconds, while everything is replayed',
          ceiling: 'the same while nothing is replayed',
        };
        const compared = { unit: 'ms', beside: 'ceiling', conditions } as const;
        const at = (share: number) => ({ ours: [percentile(beside, share)], other: [percentile(alone, share)] });
        return [
          measured({ name: 'requests-beside-replay', ...compared, ...at(0.5) }),
          measured({ name: 'requests-beside-replay-p99', ...compared, ...at(0.99) }),
        ];
      });
    }),
};
