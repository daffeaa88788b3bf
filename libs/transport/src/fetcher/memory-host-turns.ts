import { setTimeout } from 'node:timers/promises';
import { HostTurns, isThisMachine, politePace, type Pace } from './host-turns.js';
import { unlessAborted } from './unless-aborted.js';

/** The passing of time, in milliseconds. */
export type Timing = Readonly<{ now(): number; wait(ms: number, signal?: AbortSignal): Promise<unknown> }>;

export const realTiming: Timing = {
  now: () => performance.now(),
  wait: (ms, signal) => setTimeout(ms, undefined, { ...(signal && { signal }) }),
};

type Line = { waiting: number; last: Promise<unknown>; tokens: number; countedAt: number };

/** So many hosts are remembered; beyond, those that rest are forgotten. */
const mostLines = 1_000;

/** The turns of one process that nobody shares. */
export class MemoryHostTurns extends HostTurns {
  readonly #lines = new Map<string, Line>();
  #forgetAt = mostLines;

  constructor(
    private readonly pace: Pace = politePace,
    private readonly timing: Timing = realTiming,
  ) {
    super();
  }

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

  async close(): Promise<void> {
    this.#lines.clear();
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
    if (this.#lines.size >= this.#forgetAt) this.#forgetRested();
    const line = { waiting: 0, last: Promise.resolve(), tokens: this.pace.burst, countedAt: this.timing.now() };
    this.#lines.set(host, line);
    return line;
  }

  /** Where few rest, it is looked again only when there are twice as many. */
  #forgetRested(): void {
    for (const [host, line] of this.#lines) {
      this.#refill(line);
      if (line.waiting === 0 && line.tokens >= this.pace.burst) this.#lines.delete(host);
    }
    this.#forgetAt = Math.max(mostLines, 2 * this.#lines.size);
  }
}
