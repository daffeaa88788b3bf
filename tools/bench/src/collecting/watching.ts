import { setTimeout } from 'node:timers/promises';
import type { Child } from '../child.ts';
import { withHub } from '../serving/hub.ts';
import { idOf } from './configuration.ts';
import type { SimulatedSource } from './mixture.ts';
import { shares } from './processor.ts';
import { readOnce, spreadDues } from './readings.ts';
import type { Seen } from './simulated-servers.ts';

const hour = 3_600_000;
/** How long a hub has after its start before it is watched, in milliseconds. */
const settling = 15_000;

/** Lets a hub read each source once, while all servers answer well, so that it knows them. */
export const getToKnow = (data: string, env: NodeJS.ProcessEnv, count: number): Promise<number> =>
  withHub(data, env, async () => {
    const began = performance.now();
    while (readOnce(data) < count) await setTimeout(500);
    return (performance.now() - began) / 1_000;
  });

export type Steady = Readonly<{
  cpu: readonly number[];
  late: readonly number[];
  seen: Seen;
  memory: number;
  seconds: number;
}>;

/** Spreads the dues over an hour, and watches a hub for so many rounds after its start. */
export const watch = async (
  { data, env, servers }: Readonly<{ data: string; env: NodeJS.ProcessEnv; servers: Child }>,
  sources: readonly SimulatedSource[],
  rounds: number,
): Promise<Steady> => {
  const begin = Date.now();
  // With few sources not over an hour, or none would be due in a short test.
  const span = Math.min(hour, sources.length * 400 + settling * 2);
  const dues = new Map(
    sources.map((source, n) => [idOf(source), begin + (((n * 7_919) % sources.length) / sources.length) * span]),
  );
  spreadDues(data, (id) => dues.get(id) ?? begin);
  return withHub(data, env, async (hub) => {
    await setTimeout(settling);
    await servers.ask('forget');
    const from = Date.now();
    const cpu = await shares(hub, rounds);
    const until = Date.now();
    const seen = (await servers.ask('seen')) as Seen;
    // One that has not come is at least so late.
    const late = sources.flatMap((source) => {
      const due = dues.get(idOf(source)) ?? 0;
      return due < from || due > until - 1_000 ? [] : [(seen.first.get(source.number) ?? until) - due];
    });
    return { cpu, late, seen, memory: Number(await hub.ask('memory')), seconds: (until - from) / 1_000 };
  });
};
