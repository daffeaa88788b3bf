import { FetchFailed } from './fetcher.js';

/** The time that one document may take in all: spent while something is asked, not while waiting for a turn. */
export class TimeAllowance {
  #left: number;

  constructor(private readonly whole: number) {
    this.#left = whole;
  }

  /** Runs work until the time is spent; rejects with FetchFailed `timeout` then, and with the signal's reason where that came first. */
  async spend<Result>(
    signal: AbortSignal | undefined,
    work: (signal: AbortSignal) => Promise<Result>,
  ): Promise<Result> {
    signal?.throwIfAborted();
    const deadline = AbortSignal.timeout(Math.max(0, Math.ceil(this.#left)));
    const either = signal ? AbortSignal.any([deadline, signal]) : deadline;
    const began = performance.now();
    try {
      return await Promise.race([work(either), abortOf(either)]);
    } catch (error) {
      signal?.throwIfAborted();
      if (deadline.aborted)
        throw new FetchFailed('timeout', `no complete answer within ${this.whole / 1_000} s`, { cause: error });
      throw failureOf(error);
    } finally {
      this.#left -= performance.now() - began;
    }
  }
}

/** Rejects when it comes: undici itself does not heed a signal before the connection stands. */
const abortOf = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });

const failureOf = (error: unknown): FetchFailed => {
  if (error instanceof FetchFailed) return error;
  const cause = (error as Error).cause;
  if (cause instanceof FetchFailed) return cause;
  return new FetchFailed('unreachable', `no connection: ${(error as Error).message}`, { cause: error });
};
