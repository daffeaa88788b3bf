import { Worker } from 'node:worker_threads';
import type { Look, LookedInto } from './looked-into.js';

// Where the sources run as they are written (in tests), the thread runs what was built of them.
const built = import.meta.url.endsWith('.ts')
  ? '../../../../dist/portal/console/replay/look-thread.js'
  : './look-thread.js';

/** Looks in a thread of its own: comparing two generations takes half a second for a million rows, and pages are served meanwhile. */
export const lookAside = (look: Look): Promise<LookedInto> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL(built, import.meta.url), {
      workerData: look,
      resourceLimits: { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 16 },
    });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the thread that looks into the generations ended before it was done')));
  });
