import type { EventStore } from '@relais/event-store';
import type { Instant } from '@relais/vocabulary';

/** A stretch of the log that was read: from its first position to its last, and when each of its events was recorded. */
type Stretch = Readonly<{ events: readonly Readonly<{ position: bigint; at: number }>[] }>;

/** How many stretches stay in memory, of a thousand events each. */
const kept = 64;

/** Finds places of the log by the time at which they were recorded. */
export class Moments {
  readonly #stretches = new Map<bigint, Stretch>();

  constructor(private readonly store: EventStore) {}

  /**
   * Where the log stood at an instant: at the last event recorded then or before, 0 where there was none. Times are those of
   * the clock that recorded, and are taken to rise with the positions.
   */
  async positionAt(instant: Instant): Promise<bigint> {
    const until = Date.parse(instant);
    let [before, after] = [0n, await this.store.head()];
    // Somewhere from `before` to `after` is the last event that counts.
    while (before < after) {
      const { events } = await this.#from((before + after) / 2n);
      const [first, last] = [events[0], events.at(-1)];
      if (first === undefined || last === undefined) return before;
      if (first.at > until) after = first.position - 1n < after ? first.position - 1n : (before + after) / 2n;
      else if (last.at > until || last.position >= after) {
        const found = events.findLast(({ at, position }) => at <= until && position <= after);
        return found?.position ?? before;
      } else before = last.position;
    }
    return before;
  }

  /** When the event at this position was recorded; undefined where there is none. */
  async recordedAt(position: bigint): Promise<Instant | undefined> {
    const { events } = await this.#from(position - 1n);
    const [first] = events;
    return first?.position === position ? new Date(first.at).toISOString() : undefined;
  }

  /** The events right after a position. The last of them may be followed by others later, so that it is not kept. */
  async #from(position: bigint): Promise<Stretch> {
    const known = this.#stretches.get(position);
    if (known) return known;
    const stretch = await this.#read(position);
    if (stretch.events.length < 1_000) return stretch;
    const [oldest] = this.#stretches.keys();
    if (this.#stretches.size >= kept && oldest !== undefined) this.#stretches.delete(oldest);
    this.#stretches.set(position, stretch);
    return stretch;
  }

  async #read(position: bigint): Promise<Stretch> {
    for await (const page of this.store.readAll(position))
      return { events: page.map((event) => ({ position: event.position, at: Date.parse(event.recordedAt) })) };
    return { events: [] };
  }
}
