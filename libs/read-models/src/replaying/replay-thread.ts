import { constants, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import type { LogModule } from './log-address.js';
import { countOutbound } from './outbound.js';
import { Pause } from './pause.js';
import type { Phase, Progress } from './progress.js';
import { Interrupted, replayFrom } from './replay-aside.js';
import type { FromThread, ThreadErrand, ToThread } from './thread-words.js';

/** How often it says how far it is, in milliseconds, unless it does something else by now. */
const often = 100;

// Whoever is served goes first. Only on Linux does this concern the calling thread alone, and not the process.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

const { order, log: address, paused } = workerData as ThreadErrand;
const [pause, stop] = [new Pause(), new AbortController()];
const say = (word: FromThread): void => parentPort?.postMessage(word);
let told: (() => void) | undefined;
const acts: Readonly<Record<ToThread, () => void>> = {
  pause: () => pause.pause(),
  resume: () => pause.resume(),
  interrupt: () => stop.abort(new Interrupted()),
  cancel: () => stop.abort(),
  shown: () => told?.(),
};
parentPort?.on('message', (word: ToThread) => acts[word]());
if (paused) pause.pause();

let last: [phase: Phase | undefined, at: number] = [undefined, 0];
const onProgress = (progress: Progress): void => {
  const now = performance.now();
  const isNews = progress.phase !== last[0] || progress.position === progress.head;
  if (!isNews && now - last[1] < often) return;
  last = [progress.phase, now];
  say({ progress });
};
const shownAt = (position: bigint): Promise<void> =>
  new Promise((resolve, reject) => {
    told = resolve;
    stop.signal.addEventListener('abort', () => reject(stop.signal.reason as Error), { once: true });
    say({ wanted: position });
  });

try {
  const { openLog } = (await import(address.module)) as LogModule;
  const log = await openLog(address.address);
  const outbound = countOutbound();
  try {
    const built = await replayFrom(log)(order, { onProgress, signal: stop.signal, pause, shownAt });
    say({ built: { ...built, outbound: outbound() } });
  } finally {
    await log.close();
  }
} catch (error) {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  say({ failed: { name, message } });
} finally {
  parentPort?.close();
}
