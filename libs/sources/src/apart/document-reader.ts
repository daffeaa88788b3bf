import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { UnreadableDocument, type Fetched, type ReadDocument } from '../source-format.js';
import type { Answer } from './reading-thread.js';

/** What reading one document may take: milliseconds from its beginning, and megabytes of heap. */
export type ReadingLimits = Readonly<{ deadline: number; megabytes: number }>;

const usual: ReadingLimits = { deadline: 10_000, megabytes: 192 };

// Where the sources run as they are written (in tests), the thread runs what was built of them.
const built = import.meta.url.endsWith('.ts') ? '../../dist/apart/reading-thread.js' : './reading-thread.js';
const thread = new URL(built, import.meta.url);

/**
 * Reads documents as `readDocument` does, in a thread of its own: whatever a document does to its reader, the caller's event
 * loop goes on, and the next document is read by a new thread. One document is read at a time, in the order of asking.
 */
export class DocumentReader {
  readonly #limits: ReadingLimits;
  #worker: Worker | undefined;
  #before: Promise<unknown> = Promise.resolve();

  constructor(limits: Partial<ReadingLimits> = {}) {
    this.#limits = { ...usual, ...limits };
  }

  /** Rejects with {@link UnreadableDocument}, also for a document that takes longer or needs more than it may. */
  read(fetched: Fetched): Promise<{ format: string; document: ReadDocument }> {
    const reading = this.#before.then(() => this.#readNow(fetched));
    this.#before = reading.catch(() => undefined);
    return reading;
  }

  /** Ends the thread, once it has read what it was asked for; what is asked for later is read by another. */
  close(): Promise<void> {
    const ended = this.#before.then(async () => {
      const worker = this.#worker;
      this.#worker = undefined;
      await worker?.terminate();
    });
    this.#before = ended;
    return ended;
  }

  async #readNow(fetched: Fetched): Promise<{ format: string; document: ReadDocument }> {
    const worker = await this.#ready();
    worker.ref();
    const answer = await this.#answerOf(worker, fetched);
    worker.unref();
    if ('fault' in answer) throw answer.fault;
    if ('unreadable' in answer) throw new UnreadableDocument(answer.unreadable);
    return answer;
  }

  async #ready(): Promise<Worker> {
    if (this.#worker) return this.#worker;
    const worker = new Worker(thread, {
      resourceLimits: { maxOldGenerationSizeMb: this.#limits.megabytes, maxYoungGenerationSizeMb: 8 },
    });
    await once(worker, 'message');
    this.#worker = worker;
    // Also where it fails while nobody waits for it.
    worker.on('error', () => this.#forget(worker));
    worker.on('exit', () => this.#forget(worker));
    return worker;
  }

  #forget(worker: Worker): void {
    if (this.#worker === worker) this.#worker = undefined;
  }

  /** What the thread says of a document; a thread that fails at it is given up. */
  async #answerOf(worker: Worker, fetched: Fetched): Promise<Answer> {
    const { deadline, megabytes } = this.#limits;
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), deadline);
    try {
      worker.postMessage(fetched);
      const [answer] = (await once(worker, 'message', { signal: late.signal })) as [Answer];
      return answer;
    } catch (error) {
      this.#forget(worker);
      await worker.terminate();
      if (late.signal.aborted) return { unreadable: `took longer than ${deadline / 1_000} s to read; given up` };
      const { code } = error as NodeJS.ErrnoException;
      if (code !== 'ERR_WORKER_OUT_OF_MEMORY') throw error;
      return { unreadable: `needed more than ${megabytes} MB to read; given up` };
    } finally {
      clearTimeout(timer);
    }
  }
}
