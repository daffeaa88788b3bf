import type { Instant } from '@relais/vocabulary';

/** How many events wait at most for a checkpoint. */
const most = 1_000;
/** How long one waits at most, in milliseconds. */
const longest = 24 * 60 * 60 * 1_000;

/** What no checkpoint covers yet, checkpoints themselves left out: how much it is, and since when. */
export type Unfixed = Readonly<{ count: number; since?: Instant }>;

/** When the next checkpoint is due; undefined where nothing waits for one. A checkpoint itself never does. */
export const checkpointDue = ({ count, since }: Unfixed): Instant | undefined => {
  if (count === 0 || since === undefined) return undefined;
  return count >= most ? since : new Date(Date.parse(since) + longest).toISOString();
};
