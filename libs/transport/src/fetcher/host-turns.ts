import { setTimeout } from 'node:timers/promises';

/** How often one host is asked: `burst` requests after a rest, then one every so many milliseconds. */
export type Pace = Readonly<{ burst: number; every: number }>;

/** The passing of time, in milliseconds. */
export type Timing = Readonly<{ now(): number; wait(ms: number, signal?: AbortSignal): Promise<unknown> }>;

const realTiming: Timing = {
  now: () => performance.now(),
  wait: (ms, signal) => setTimeout(ms, undefined, { ...(signal && { signal }) }),
};

type Line = { waiting: number; last: Promise<unknown>; tokens: number; countedAt: number };

/** So many hosts are remembered; beyond, those that rest are forgotten. */
const mostLines = 1_000;

/** Lets requests to one host through one after another, and not more often than the pace says. */
export class HostTurns {
  readonly #lines = new Map<string, Line>();

  constructor(
    private readonly pace: Pace,
    private readonly timing: Timing = realTiming,
  ) {}

  /** Runs an errand when it is its turn; one that is called off meanwhile holds up nobody. */
  async take<Result>(host: string, signal: AbortSignal | undefined, errand: () => Promise<Result>): Promise<Result> {
    const line = this.#line(host);
    const before = line.last;
    const done = Promise.withResolvers<void>();
    line.last = before.then(() => done.promise);
    line.waiting++;
    try {
      await unlessAborted(before, signal);
      const wait = isThisMachine(host) ? 0 : this.#untilToken(line);
      if (wait > 0) await this.timing.wait(wait, signal);
      return await errand();
    } finally {
      line.waiting--;
      done.resolve();
    }
  }

  /** Takes a token, which may be one to come. */
  #untilToken(line: Line): number {
    this.#refill(line);
    line.tokens--;
    return Math.max(0, -line.tokens * this.pace.every);
  }

  #refill(line: Line): void {
    const now = this.timing.now();
    const { burst, every } = this.pace;
    line.tokens = every === 0 ? burst : Math.min(burst, line.tokens + (now - line.countedAt) / every);
    line.countedAt = now;
  }

  #line(host: string): Line {
    const known = this.#lines.get(host);
    if (known) return known;
    if (this.#lines.size >= mostLines) this.#forgetRested();
    const line = { waiting: 0, last: Promise.resolve(), tokens: this.pace.burst, countedAt: this.timing.now() };
    this.#lines.set(host, line);
    return line;
  }

  #forgetRested(): void {
    for (const [host, line] of this.#lines) {
      this.#refill(line);
      if (line.waiting === 0 && line.tokens >= this.pace.burst) this.#lines.delete(host);
    }
  }
}

/** Whoever runs the hub runs that too, and may load it as they like. */
const isThisMachine = (host: string): boolean => /^(127\.|\[::1\]|localhost(:|$))/.test(host);

const unlessAborted = async (before: Promise<unknown>, signal: AbortSignal | undefined): Promise<void> => {
  if (signal === undefined) return void (await before);
  signal.throwIfAborted();
  const aborted = Promise.withResolvers<never>();
  const stop = (): void => aborted.reject(signal.reason as Error);
  signal.addEventListener('abort', stop, { once: true });
  try {
    await Promise.race([before, aborted.promise]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
};
