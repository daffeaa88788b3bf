import { Worker } from 'node:worker_threads';
import type { Language } from '@relais/vocabulary';
import type { Posted } from './notice-pdf.js';

export type NoticeErrand = Readonly<{ issue: Posted; language: Language }>;

// Where the sources run as they are written (in tests), the thread runs what was built of them.
const built = import.meta.url.endsWith('.ts') ? '../../dist/paper/notice-thread.js' : './notice-thread.js';

const made = (errand: NoticeErrand): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL(built, import.meta.url), {
      workerData: errand,
      resourceLimits: { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 16 },
    });
    worker.once('message', (bytes: Uint8Array) => resolve(Buffer.from(bytes)));
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the thread that draws a notice ended before it was done')));
  });

/** How many notices are kept: an issue does not change, and one is looked at by many. */
const mostKept = 50;

/**
 * Draws notices in a thread of its own, since one takes a tenth of a second in which pages would wait; one at a time, so
 * that many that are asked for at once do not take all of the machine. What was drawn is kept.
 */
export class Notices {
  readonly #kept = new Map<string, Promise<Buffer>>();
  #last: Promise<unknown> = Promise.resolve();

  of(issue: Posted, language: Language): Promise<Buffer> {
    const key = JSON.stringify([language, issue]);
    const known = this.#kept.get(key);
    if (known !== undefined) return known;
    const notice = this.#last.then(() => made({ issue, language }));
    this.#last = notice.catch(() => this.#kept.delete(key));
    this.#kept.set(key, notice);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > mostKept && oldest !== undefined) this.#kept.delete(oldest);
    return notice;
  }
}
