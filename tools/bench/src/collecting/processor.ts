import { availableParallelism } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import type { Child } from '../child.ts';

export const cores = availableParallelism();
const round = 10_000;

/** Which share of all cores a process took in each of so many rounds of ten seconds, in percent. */
export const shares = async (child: Child, rounds: number): Promise<readonly number[]> => {
  const taken: number[] = [];
  let [before, at] = [await child.cpu(), performance.now()];
  for (let n = 0; n < rounds; n++) {
    await setTimeout(round);
    const [cpu, now] = [await child.cpu(), performance.now()];
    taken.push((100 * (cpu - before)) / (now - at) / cores);
    [before, at] = [cpu, now];
  }
  return taken;
};
