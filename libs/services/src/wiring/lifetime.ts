import { Injectable, Logger } from '@nestjs/common';

/** How long the process means to live: what runs in the background stops when it ends. */
@Injectable()
export class Lifetime {
  readonly #end = new AbortController();
  readonly #running = new Set<Promise<void>>();
  readonly #logger = new Logger('Relais');
  #failed: ((error: unknown) => void) | undefined;

  get signal(): AbortSignal {
    return this.#end.signal;
  }

  /** Runs in the background. A fault there is a fault of the whole process: it is said aloud and ends it. */
  run(what: string, work: (signal: AbortSignal) => Promise<void>): void {
    const running = work(this.#end.signal)
      .catch((error: unknown) => {
        if (this.#end.signal.aborted) return;
        this.#logger.error(
          `${what} stopped: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
        );
        this.#failed?.(error);
      })
      .finally(() => this.#running.delete(running));
    this.#running.add(running);
  }

  /** Told once when something in the background failed for good. */
  onFailure(told: (error: unknown) => void): void {
    this.#failed = told;
  }

  /** Stops what runs in the background, and resolves when it has stopped. */
  async end(): Promise<void> {
    this.#end.abort();
    await Promise.all(this.#running);
  }
}
