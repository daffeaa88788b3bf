import type { EventStore } from '@relais/event-store';
import type { Building } from './storage/building.js';
import { isDamaged } from './storage/damaged.js';
import type { Generation } from './storage/generation.js';
import type { Generations } from './storage/generations.js';

/** How far a replay is. Positions as decimals. */
export type ReplayProgress = Readonly<{ position: string; head: string; eventsPerSecond: number; secondsLeft: number }>;

export type ReplayResult = Readonly<{
  generation: number;
  position: string;
  events: number;
  seconds: number;
  /** Whether any row differs from the generation that was shown before. */
  changed: boolean;
}>;

export type ReplayOptions = Readonly<{
  onProgress?: (progress: ReplayProgress) => void;
  signal?: AbortSignal;
  /** Build and compare, show the old one still, and leave nothing behind. */
  dryRun?: boolean;
}>;

/** What showing another generation came to; `before` is the one that was shown, `events` how many it had missed. */
export type Activated = Readonly<{ generation: number; before: number | null; position: string; events: number }>;

/** A generation that cannot be shown; the one that is shown is shown still. */
export class CannotShow extends Error {
  override readonly name = 'CannotShow';
  constructor(generation: number, why: string) {
    super(`generation ${generation} cannot be shown: ${why}; nothing was changed`);
  }
}

/** How many old generations are kept to go back to. */
const kept = 2;

/** Keeps the shown generation in step with the log, and builds new ones aside. One per data folder. */
export class Projector {
  #generation: Generation | undefined;
  readonly #reached: { position: bigint; tell: () => void }[] = [];
  /** Replay and following take turns on the shown generation. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly store: EventStore,
    private readonly generations: Generations,
  ) {}

  /** Opens the shown generation and brings it to the log's head; builds one anew where it cannot be gone on with. */
  async open(): Promise<void> {
    const current = this.generations.current();
    const found = current === undefined ? undefined : this.#opened(current);
    if (found && (await this.#whyNotGoOn(found)) === undefined) {
      await this.#catchUp(found);
      this.#generation = found;
      return;
    }
    found?.close();
    await this.replay();
  }

  get position(): bigint {
    return this.#generation?.position ?? 0n;
  }

  /** Resolves when the shown rows stand at this position or later. */
  reached(position: bigint): Promise<void> {
    if (this.position >= position) return Promise.resolve();
    return new Promise((tell) => this.#reached.push({ position, tell }));
  }

  /** Projects what is recorded from now on, until aborted. */
  async follow(signal: AbortSignal): Promise<void> {
    for await (const page of this.store.subscribe(this.position, signal))
      await this.#inTurn(async () => {
        const generation = this.#shown();
        // A replay in between may have gone further than this page.
        generation.apply(page.filter(({ position }) => position > generation.position));
        this.#tell();
      });
  }

  /** Builds a new generation from the whole log while the old one is shown, then shows the new one. */
  async replay({ onProgress = () => undefined, signal, dryRun = false }: ReplayOptions = {}): Promise<ReplayResult> {
    const begun = Date.now();
    const built = this.generations.create();
    try {
      const most = await this.#catchUp(built, onProgress, signal);
      await built.index();
      return await this.#inTurn(async () => {
        const events = most + (await this.#catchUp(built));
        const changed = this.#generation === undefined || this.#generation.digest() !== built.digest();
        const { number: generation, position } = built;
        if (!dryRun) this.#show(this.generations.complete(built));
        return { generation, position: String(position), events, seconds: (Date.now() - begun) / 1_000, changed };
      });
    } finally {
      this.generations.discard(built);
      this.generations.prune(kept);
    }
  }

  /**
   * Shows another generation there is, newer or older, once it stands where the log does; from then on it is that one which
   * is kept in step. Rejects with {@link CannotShow}, and then nothing has changed.
   */
  async activate(number: number): Promise<Activated> {
    const before = this.generations.current();
    if (number === this.#generation?.number)
      return { generation: number, before: number, position: String(this.position), events: 0 };
    const other = this.generations.list().includes(number) ? this.#opened(number) : undefined;
    if (other === undefined)
      throw new CannotShow(number, this.generations.list().includes(number) ? 'its file is damaged' : 'there is none');
    try {
      const why = await this.#whyNotGoOn(other);
      if (why !== undefined) throw new CannotShow(number, why);
      const most = await this.#catchUp(other);
      return await this.#inTurn(async () => {
        const events = most + (await this.#catchUp(other));
        this.#show(other);
        return { generation: number, before: before ?? null, position: String(other.position), events };
      });
    } finally {
      if (this.#generation !== other) other.close();
    }
  }

  /** Removes all generations but the one that is shown and so many others, the newest; which ones were removed. */
  async prune(keep: number): Promise<readonly number[]> {
    return this.#inTurn(async () => {
      const before = this.generations.list();
      this.generations.prune(keep);
      const left = this.generations.list();
      return before.filter((number) => !left.includes(number));
    });
  }

  close(): void {
    this.#generation?.close();
  }

  /** Undefined for a file that is damaged: it holds nothing that the log does not. */
  #opened(number: number): Generation | undefined {
    try {
      return this.generations.open(number);
    } catch (error) {
      if (isDamaged(error)) return undefined;
      throw error;
    }
  }

  #show(generation: Generation): void {
    this.generations.activate(generation.number);
    this.#generation?.close();
    this.#generation = generation;
    this.#tell();
  }

  #shown(): Generation {
    if (this.#generation === undefined) throw new Error('the projector was not opened');
    return this.#generation;
  }

  #tell(): void {
    for (const waiting of this.#reached.splice(0))
      if (this.position >= waiting.position) waiting.tell();
      else this.#reached.push(waiting);
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async #catchUp(
    generation: Generation | Building,
    onProgress?: (progress: ReplayProgress) => void,
    signal?: AbortSignal,
  ): Promise<number> {
    const begun = Date.now();
    const head = await this.store.head();
    let events = 0;
    for await (const page of this.store.readAll(generation.position)) {
      signal?.throwIfAborted();
      generation.apply(page);
      events += page.length;
      const seconds = Math.max(0.001, (Date.now() - begun) / 1_000);
      const left = Number(head - generation.position);
      onProgress?.({
        position: String(generation.position),
        head: String(head),
        eventsPerSecond: Math.round(events / seconds),
        secondsLeft: Math.max(0, Math.round((left * seconds) / events)),
      });
      // Requests are answered between two pages.
      await new Promise((resolve) => setImmediate(resolve));
    }
    return events;
  }

  /** Made by other code, or from another log than this one: ahead of it, or beside it. */
  async #whyNotGoOn(generation: Generation): Promise<string | undefined> {
    const { outdated, position, lastEvent } = generation;
    if (outdated !== undefined) return `it was made by other code: ${outdated}`;
    if (position === 0n) return undefined;
    for await (const [event] of this.store.readAll(position - 1n))
      if (event?.position === position && event.id === lastEvent) return undefined;
      else break;
    return `it was made of another log: the event at its position ${position} is not in this one`;
  }
}
