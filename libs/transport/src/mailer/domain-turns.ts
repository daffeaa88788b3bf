import type { Delivery } from './mailer.js';

/** How long no letter goes to a domain after it wanted fewer, in milliseconds; twice as long each time, up to the longest. */
const [firstPause, longestPause] = [60_000, 30 * 60_000];

/** How many letters a domain takes in a row before it is given one more at a time, and how many at a time are as good as any. */
const [letters, plenty] = [20, 32];

type Turn = { inFlight: number; limit: number; taken: number; pause: number; pausedUntil: number };

/**
 * How many letters go to each domain at a time, learnt from what it answers: where it wants fewer, half as many after a pause,
 * and more again as it takes them. Of the others nobody waits. Kept in memory: who starts anew, learns anew.
 */
export class DomainTurns {
  readonly #turns = new Map<string, Turn>();

  /** `now` counts milliseconds; it may stand still in nobody's clock. */
  constructor(private readonly now: () => number = () => performance.now()) {}

  isFree(domain: string): boolean {
    const turn = this.#turns.get(domain);
    return turn === undefined || (turn.inFlight < turn.limit && turn.pausedUntil <= this.now());
  }

  /** How long no letter should go there, in milliseconds; 0 where none needs to wait but for others on their way. */
  pauseOf(domain: string): number {
    return Math.max(0, (this.#turns.get(domain)?.pausedUntil ?? 0) - this.now());
  }

  /** A letter begins to go there. */
  enter(domain: string): void {
    const turn = this.#turns.get(domain) ?? {
      inFlight: 0,
      limit: Infinity,
      taken: 0,
      pause: firstPause,
      pausedUntil: 0,
    };
    turn.inFlight++;
    this.#turns.set(domain, turn);
  }

  /** A letter that went there has ended; undefined where nobody there was asked. */
  leave(domain: string, delivery?: Delivery): void {
    const turn = this.#turns.get(domain);
    if (turn === undefined) return;
    const together = turn.inFlight--;
    if (delivery?.outcome === 'refused' && delivery.wantsFewer) this.#less(turn, together);
    else if (delivery?.outcome === 'accepted') this.#more(turn);
    if (turn.inFlight === 0 && turn.limit === Infinity) this.#turns.delete(domain);
  }

  #less(turn: Turn, together: number): void {
    turn.taken = 0;
    // Those that were on their way at the same time say the same thing.
    if (turn.pausedUntil > this.now()) return;
    turn.limit = Math.max(1, Math.floor(Math.min(turn.limit, together) / 2));
    turn.pausedUntil = this.now() + turn.pause;
    turn.pause = Math.min(longestPause, turn.pause * 2);
  }

  #more(turn: Turn): void {
    if (turn.limit === Infinity || ++turn.taken < letters) return;
    turn.taken = 0;
    turn.pause = firstPause;
    turn.limit = turn.limit + 1 > plenty ? Infinity : turn.limit + 1;
  }
}
