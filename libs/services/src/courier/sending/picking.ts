import { domainOf, type Receivers } from './receivers.js';
import type { Due } from './letter-sender.js';

/**
 * Gives letters to hands, one at a time, each when its provider takes one more: letters to one that wants fewer wait, those to
 * others do not. What is left at the end are the letters to providers that want none for now.
 */
export class Picking {
  /** By domain; no address is kept. */
  readonly #held = new Map<string, Due[]>();
  readonly #waiting: (() => void)[] = [];
  #inFlight = 0;

  constructor(
    private readonly letters: Iterator<Due>,
    private readonly receivers: Receivers,
  ) {}

  /** Undefined when there is none left that may go now. {@link ended} is to be called for each. */
  async next(): Promise<Due | undefined> {
    for (;;) {
      const due = (await this.#released()) ?? (await this.#fresh());
      if (due) {
        this.#inFlight++;
        return due;
      }
      // What waits for others on their way may go when one of them has ended.
      if (this.#inFlight === 0 || this.#isPaused()) return undefined;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  ended(): void {
    this.#inFlight--;
    for (const wake of this.#waiting.splice(0)) wake();
  }

  /** How long until one of those left may go, in milliseconds; undefined where none is left. */
  get pause(): number | undefined {
    const pauses = [...this.#held.keys()].map((domain) => this.receivers.turns.pauseOf(domain));
    return pauses.length === 0 ? undefined : Math.min(...pauses);
  }

  #isPaused(): boolean {
    return [...this.#held.keys()].every((domain) => this.receivers.turns.pauseOf(domain) > 0);
  }

  async #released(): Promise<Due | undefined> {
    for (const [domain, waiting] of this.#held) {
      if (!this.receivers.turns.isFree(domain)) continue;
      const due = waiting.pop();
      if (waiting.length === 0) this.#held.delete(domain);
      if (due === undefined) continue;
      this.receivers.turns.enter(domain);
      return { ...due, to: (await this.receivers.addressOf(due.open, due.subscriber)) ?? '' };
    }
    return undefined;
  }

  async #fresh(): Promise<Due | undefined> {
    for (let next = this.letters.next(); !next.done; next = this.letters.next()) {
      const { open, subscriber } = next.value;
      const to = (await this.receivers.addressOf(open, subscriber)) ?? '';
      const domain = domainOf(to);
      if (this.receivers.turns.isFree(domain)) return this.#entering(domain, { ...next.value, to });
      const held = this.#held.get(domain) ?? [];
      this.#held.set(domain, held);
      held.push(next.value);
    }
    return undefined;
  }

  #entering(domain: string, due: Due): Due {
    this.receivers.turns.enter(domain);
    return due;
  }
}
