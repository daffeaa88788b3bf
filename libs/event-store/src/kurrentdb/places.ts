import type { Recorded } from '@relais/event-sourcing';

type Placed = Pick<Recorded, 'position' | 'recordedAt'>;
type Pages = AsyncIterable<readonly Placed[]>;

/** A log that is read from one of its events, in either direction. */
type Readable = Readonly<{ readAll(after: bigint): Pages; readAllBack(before: bigint | undefined): Pages }>;

/** An event, and when it was recorded. */
type Place = Readonly<{ position: bigint; at: number }>;

/** How many places are remembered at most: where they are more, every other one is forgotten. */
const most = 2_000;

/**
 * Finds places of a log by the time at which they were recorded, where positions cannot be halved: it is read from the nearest
 * place that is known already, which is the last of each page that was read on the way. The log only grows, so that they stay.
 */
export class Places {
  /** In the order of the log. */
  #known: readonly Place[] = [];

  constructor(private readonly log: Readable) {}

  /** The position of the last event recorded at this time or before; 0 before the first. */
  at(until: number): Promise<bigint> {
    const before = this.#known.findLast(({ at }) => at <= until);
    const after = this.#known.find(({ at }) => at > until);
    const isNearer = before !== undefined && (after === undefined || until - before.at <= after.at - until);
    return isNearer ? this.#forwards(before.position, until) : this.#backwards(after?.position, until);
  }

  async #forwards(from: bigint, until: number): Promise<bigint> {
    let found = from;
    for await (const page of this.log.readAll(from)) {
      this.#remember(page.at(-1));
      for (const { position, at } of page.map(placeOf)) {
        if (at > until) return found;
        found = position;
      }
    }
    return found;
  }

  async #backwards(from: bigint | undefined, until: number): Promise<bigint> {
    for await (const page of this.log.readAllBack(from)) {
      this.#remember(page.at(-1));
      const found = page.map(placeOf).find(({ at }) => at <= until);
      if (found) return found.position;
    }
    return 0n;
  }

  #remember(event: Placed | undefined): void {
    if (event === undefined || this.#known.some(({ position }) => position === event.position)) return;
    const known = [...this.#known, placeOf(event)].sort((one, other) => (one.position < other.position ? -1 : 1));
    this.#known = known.length > most ? known.filter((_, n) => n % 2 === 0) : known;
  }
}

const placeOf = ({ position, recordedAt }: Placed): Place => ({ position, at: Date.parse(recordedAt) });
