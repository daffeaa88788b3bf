import { setTimeout as sleep } from 'node:timers/promises';
import { isPassing, Silence } from './faults.js';

const shortest = 50;
const longest = 5_000;

/** How long to wait before an attempt, in milliseconds: twice as long each time, and never at the same moment as everybody else. */
export const pauseBefore = (attempt: number): number =>
  Math.min(longest, shortest * 2 ** Math.min(attempt - 1, 10)) * (0.5 + Math.random() / 2);

/** Waits, and resolves at once when aborted. */
export const pause = async (milliseconds: number, signal: AbortSignal): Promise<void> => {
  await sleep(milliseconds, undefined, { signal }).catch(() => undefined);
};

export type Persistence = Readonly<{
  signal: AbortSignal;
  /** A moment, as Date.now() counts, after which nothing more is tried. */
  until: number;
}>;

/** Tries again what failed for the moment, with growing pauses; rejects with the last fault. */
export const persist = async <Result>(
  { signal, until }: Persistence,
  work: (left: number) => Promise<Result>,
): Promise<Result> => {
  for (let attempt = 1; ; attempt++) {
    signal.throwIfAborted();
    try {
      return await work(Math.max(1, until - Date.now()));
    } catch (error) {
      const wait = pauseBefore(attempt);
      if (signal.aborted || !isPassing(error) || Date.now() + wait >= until) throw error;
      await pause(wait, signal);
    }
  }
};

/** Rejects with {@link Silence} where the work takes longer; what comes of it then is of no interest. */
export const within = async <Result>(milliseconds: number, what: string, work: Promise<Result>): Promise<Result> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Silence(`${what}: no answer within ${milliseconds} ms`)), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};
