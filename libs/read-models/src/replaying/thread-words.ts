import type { LogAddress } from './log-address.js';
import type { Progress } from './progress.js';
import type { BuiltAside, ReplayOrder } from './replay-aside.js';

/** What a thread that replays is given at its beginning. */
export type ThreadErrand = Readonly<{ order: ReplayOrder; log: LogAddress; paused: boolean }>;

/** What it is told meanwhile. */
export type ToThread = 'pause' | 'resume' | 'interrupt' | 'cancel' | 'shown';

/** What it says; `wanted` asks for the generation that is shown to be brought there. */
export type FromThread = Readonly<
  | { progress: Progress }
  | { wanted: bigint }
  | { built: BuiltAside }
  | { failed: Readonly<{ name: string; message: string }> }
>;
