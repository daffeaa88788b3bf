import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DocumentReader, type Fetched, type ReadDocument, type ReadingLimits } from '@relais/sources';

export type Readers = Readonly<{
  /** How many documents are read at the same time at most. */
  most: number;
  /** How long a document waits for a thread before another is started for it, in milliseconds. */
  patience: number;
  /** After so long without a document the threads are ended, in milliseconds: a hub at rest needs their memory no more. */
  rest: number;
}>;

const usual: Readers = { most: 4, patience: 1_000, rest: 5_000 };

/**
 * Reads documents in threads apart. One thread is enough as long as none of its documents takes its time; a document that does
 * holds up the others no longer than their patience, since they are then read by another thread.
 */
@Injectable()
export class DocumentReaders implements OnApplicationShutdown {
  readonly #readers: Readers;
  readonly #idle: DocumentReader[] = [];
  readonly #waiting = new Set<(reader: DocumentReader) => void>();
  #open = 0;
  #resting: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(
    private readonly limits: Partial<ReadingLimits> = {},
    readers: Partial<Readers> = {},
  ) {
    this.#readers = { ...usual, ...readers };
  }

  /** How many threads there are at this moment. */
  get threads(): number {
    return this.#open;
  }

  /** Rejects with UnreadableDocument, also for a document that takes longer or needs more than it may. */
  async read(fetched: Fetched): Promise<{ format: string; document: ReadDocument }> {
    const reader = this.#idle.pop() ?? (await this.#next());
    try {
      return await reader.read(fetched);
    } finally {
      await this.#free(reader);
    }
  }

  /** Ends the threads, each once it has read what it was asked for. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#end();
  }

  onApplicationShutdown(): Promise<void> {
    return this.close();
  }

  #next(): Promise<DocumentReader> {
    if (this.#open === 0) return Promise.resolve(this.#opened());
    return new Promise((resolve) => {
      const take = (reader: DocumentReader): void => {
        clearTimeout(timer);
        this.#waiting.delete(take);
        resolve(reader);
      };
      const timer = setTimeout(() => {
        if (this.#open < this.#readers.most) take(this.#opened());
      }, this.#readers.patience);
      this.#waiting.add(take);
    });
  }

  #opened(): DocumentReader {
    this.#open++;
    return new DocumentReader(this.limits);
  }

  async #free(reader: DocumentReader): Promise<void> {
    const [next] = this.#waiting;
    if (next !== undefined) return next(reader);
    this.#idle.push(reader);
    if (this.#closed) return this.#end();
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => void this.#end(), this.#readers.rest).unref();
  }

  /** A thread that ends is given no document any more: who asks meanwhile gets a new one. */
  async #end(): Promise<void> {
    clearTimeout(this.#resting);
    const ending = this.#idle.splice(0);
    this.#open -= ending.length;
    await Promise.all(ending.map((reader) => reader.close()));
  }
}
