import { Readable } from 'node:stream';
import type { MayLeave } from './mailer.js';

/** How much is given to the line at once: a letter that fills it is not asked about before most of it has gone. */
const partSize = 16_384;

/** How far a letter got: nobody was asked, it was to be kept, it could not leave any more when it might, or its end is gone. */
export type End = 'not asked' | 'kept' | 'held back' | 'left';

/**
 * A letter's bytes for one line, which end only when the letter may leave. What is missing until then is the line that says
 * that a letter is complete (RFC 5321, 4.1.1.4): without it, a server takes nothing.
 */
export class WithheldLetter {
  readonly stream: Readable;
  #asked: Promise<boolean> | undefined;
  #left = false;

  constructor(
    private readonly bytes: Buffer,
    private readonly mayLeave: MayLeave,
  ) {
    this.stream = Readable.from(this.#parts(), { objectMode: false, highWaterMark: 1 });
  }

  /** Stops it where it is, for good; rejects with what asking rejected with. */
  async stop(): Promise<End> {
    this.stream.destroy();
    if (this.#asked === undefined) return 'not asked';
    if (!(await this.#asked)) return 'kept';
    return this.#left ? 'left' : 'held back';
  }

  async *#parts(): AsyncGenerator<Buffer> {
    for (let at = 0; at < this.bytes.length; at += partSize) yield this.bytes.subarray(at, at + partSize);
    this.#asked = this.mayLeave();
    if (!(await this.#asked)) throw new Error('the letter is not to leave');
    this.#left = !this.stream.destroyed;
  }
}
