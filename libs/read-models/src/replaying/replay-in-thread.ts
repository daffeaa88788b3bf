import { Worker } from 'node:worker_threads';
import type { LogAddress } from './log-address.js';
import { Interrupted, removeBuilding, type BuiltAside, type ReplayAside } from './replay-aside.js';
import type { FromThread, ThreadErrand, ToThread } from './thread-words.js';

/** A replay reached out of its thread: it must have no means to. */
export class ReachedOut extends Error {
  override readonly name = 'ReachedOut';
  constructor(count: number) {
    super(`the replay tried to reach the network or another process ${count} times; what it built is thrown away`);
  }
}

// Where the sources run as they are written (in tests), the thread runs what was built of them.
const built = import.meta.url.endsWith('.ts') ? '../../dist/replaying/replay-thread.js' : './replay-thread.js';
const thread = new URL(built, import.meta.url);

/**
 * What the thread may have of memory for objects, in megabytes: rows that are kept, and pages of events. A page must fit into
 * the young ones with room to spare: V8 collects with threads of its own, which do not give way to the one that serves.
 */
const megabytes = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 24 };

/** Builds generations in a thread of their own, which opens the log by itself and is there only while it builds. */
export const replayInThread =
  (log: LogAddress): ReplayAside =>
  async (order, { onProgress, signal, pause, shownAt }) => {
    const workerData: ThreadErrand = { order, log, paused: pause.isPaused };
    const worker = new Worker(thread, { workerData, resourceLimits: megabytes });
    const tell = (word: ToThread): void => worker.postMessage(word);
    const stop = (): void => tell(signal.reason instanceof Interrupted ? 'interrupt' : 'cancel');
    const unwatch = pause.watch((isPaused) => tell(isPaused ? 'pause' : 'resume'));
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
    try {
      const result = await new Promise<BuiltAside>((resolve, reject) => {
        worker.on('message', (word: FromThread) => {
          if ('progress' in word) onProgress(word.progress);
          if ('wanted' in word) shownAt(word.wanted).then(() => tell('shown'), reject);
          if ('built' in word) resolve(word.built);
          if ('failed' in word) reject(signal.aborted ? (signal.reason as Error) : failure(word.failed));
        });
        worker.once('error', reject);
        worker.once('exit', () => reject(new Error('the thread of the replay ended before it was done')));
      });
      if (log.offline && result.outbound !== undefined && result.outbound > 0) {
        removeBuilding(order.file);
        throw new ReachedOut(result.outbound);
      }
      return result;
    } finally {
      unwatch();
      signal.removeEventListener('abort', stop);
      await worker.terminate();
    }
  };

const failure = ({ name, message }: Readonly<{ name: string; message: string }>): Error =>
  Object.assign(new Error(message), { name });
