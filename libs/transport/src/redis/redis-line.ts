import { Redis, type RedisOptions } from 'ioredis';

/** A connection to Redis that knows the copies BullMQ makes of it to wait on, so that all can be ended together. */
export class RedisLine extends Redis {
  readonly #copies = new Set<Redis>();

  constructor(url: string) {
    // Without a limit: what is asked of Redis while it is away is done when it is back.
    super(url, { maxRetriesPerRequest: null, disconnectTimeout: 500 });
    // Who uses the line reports these; without any listener they would be written to the console.
    this.on('error', () => undefined);
  }

  override duplicate(override?: Partial<RedisOptions>): Redis {
    const copy = super.duplicate(override);
    this.#copies.add(copy);
    copy.once('end', () => this.#copies.delete(copy));
    return copy;
  }

  /** Resolves when the connection is gone. Not the `once` of node:events, which rejects where an error is reported first. */
  gone(): Promise<void> {
    return new Promise((resolve) => this.once('close', () => resolve()));
  }

  /** Ends every connection at once; whatever waits for an answer is told that there will be none. */
  cut(): void {
    for (const line of [this, ...this.#copies]) {
      // Between two attempts there is nothing to break off, and what waits would wait for ever: begin one, to end it.
      if (line.status === 'reconnecting') line.connect().catch(() => undefined);
      line.disconnect();
    }
  }
}
