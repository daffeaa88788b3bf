import { SmtpLine } from './smtp-line.js';
import type { SmtpSettings } from './smtp-settings.js';

/** How many connections to the provider are open at most. */
export const mostLines = 8;

/** How many letters are taken over all lines before another line is tried again, after the provider wanted fewer. */
const lettersUntilMore = 200;

/**
 * The connections to a provider, as many as it puts up with: where it turns one away while it keeps others, one less is used
 * from then on, and one more again after some hundred letters.
 */
export class SmtpLines {
  readonly #all: readonly SmtpLine[];
  readonly #idle: SmtpLine[];
  readonly #waiting: ((line: SmtpLine) => void)[] = [];
  #limit = mostLines;
  #used = 0;
  #since = 0;

  constructor(settings: SmtpSettings) {
    this.#all = Array.from({ length: mostLines }, () => new SmtpLine(settings));
    this.#idle = [...this.#all];
  }

  /** A line for one letter, as soon as one is free; one that is open already rather than another. */
  take(): Promise<SmtpLine> {
    const line = this.#used < this.#limit ? this.#idle.pop() : undefined;
    if (line === undefined) return new Promise((resolve) => this.#waiting.push(resolve));
    this.#used++;
    return Promise.resolve(line);
  }

  /** To be called once for each line that was taken. */
  release(line: SmtpLine): void {
    const next = this.#used <= this.#limit ? this.#waiting.shift() : undefined;
    if (next) return next(line);
    this.#used--;
    this.#idle.push(line);
  }

  /** Whether fewer are used from now on: not where this was the only one. */
  turnedAway(): boolean {
    if (this.#used < 2) return false;
    this.#limit = Math.max(1, Math.min(this.#limit, this.#used) - 1);
    this.#since = 0;
    return true;
  }

  tookOne(): void {
    if (this.#limit === mostLines || ++this.#since < lettersUntilMore) return;
    this.#limit++;
    this.#since = 0;
    const next = this.#waiting.shift();
    if (next) void this.#more(next);
  }

  close(): void {
    for (const line of this.#all) line.close();
  }

  #more(next: (line: SmtpLine) => void): void {
    const line = this.#idle.shift();
    if (line === undefined) return void this.#waiting.unshift(next);
    this.#used++;
    next(line);
  }
}
