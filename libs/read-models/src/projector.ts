import type { EventStore } from '@relais/event-store';
import { lastEventUntil } from './replaying/event-at.js';
import type { Progress } from './replaying/progress.js';
import { replayFrom, type ReplayAside } from './replaying/replay-aside.js';
import type { ReplayOptions, ReplayResult } from './replaying/replay-options.js';
import { Replays } from './replaying/replays.js';
import type { RunningReplay } from './replaying/running-replay.js';
import { inWords, purposeOf, type Purpose } from './replaying/unfinished.js';
import { isDamaged } from './storage/damaged.js';
import type { Generation } from './storage/generation.js';
import type { Generations } from './storage/generations.js';

/** How far a replay is. Positions as decimals. */
export type ReplayProgress = Progress;

/** What showing another generation came to; `before` is the one that was shown, `events` how many it had missed. */
export type Activated = Readonly<{ generation: number; before: number | null; position: string; events: number }>;

/** A generation that cannot be shown; the one that is shown is shown still. */
export class CannotShow extends Error {
  override readonly name = 'CannotShow';
  constructor(generation: number, why: string) {
    super(`generation ${generation} cannot be shown: ${why}; nothing was changed`);
  }
}

/** A generation that cannot be removed; nothing was removed. */
export class CannotRemove extends Error {
  override readonly name = 'CannotRemove';
  constructor(generation: number, why: string) {
    super(`generation ${generation} cannot be removed: ${why}; nothing was changed`);
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
  /** The replay that runs: to be watched, held, stopped. */
  readonly replays = new Replays();

  /** Replays are built by what is given, or else in this thread. */
  constructor(
    private readonly store: EventStore,
    private readonly generations: Generations,
    private readonly aside: ReplayAside = replayFrom(store),
  ) {}

  /** Opens the shown generation and brings it to the log's head; builds one anew where it cannot be gone on with. */
  async open(): Promise<void> {
    const current = this.generations.current();
    const found = current === undefined ? undefined : this.#opened(current);
    if (found && (await this.#whyNotGoOn(found)) === undefined) {
      await this.#catchUp(found);
      this.#generation = found;
      // What cannot be gone on with is of no use to anybody.
      this.generations.makeRoom(this.unfinished() && this.generations.next());
      return;
    }
    found?.close();
    // Nobody is served meanwhile: there is no need of another thread.
    await this.#replayBy(replayFrom(this.store), {});
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

  /** The replay that a crash or an end of the process left in the middle; {@link replay} with it goes on there. */
  unfinished(): Pick<ReplayOptions, 'only' | 'show' | 'dryRun'> | undefined {
    return this.replays.running ? undefined : purposeOf(this.generations.buildingOf(this.generations.next()));
  }

  /**
   * Builds a new generation from the log while the old one is shown and followed, compares both at one position, then shows
   * the new one. Rejects with {@link ReplayRuns}, {@link UnknownProjection}, and `Cancelled`.
   */
  async replay(options: ReplayOptions = {}): Promise<ReplayResult> {
    return this.#replayBy(this.aside, options);
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
        if (!this.generations.list().includes(number)) throw new CannotShow(number, 'it was removed meanwhile');
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
      await this.generations.prune(keep);
      const left = this.generations.list();
      return before.filter((number) => !left.includes(number));
    });
  }

  /** Removes one generation that is not shown. Rejects with {@link CannotRemove}. */
  async remove(number: number): Promise<void> {
    return this.#inTurn(async () => {
      const all = this.generations.list();
      if (!all.includes(number)) throw new CannotRemove(number, 'there is none');
      if (number === this.#generation?.number) throw new CannotRemove(number, 'it is the one that is shown');
      // It may be the one that a replay has just built, and is about to show.
      if (this.replays.running && number === all.at(-1)) throw new CannotRemove(number, 'a replay runs');
      await this.generations.drop(number);
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

  #replayBy(aside: ReplayAside, options: ReplayOptions): Promise<ReplayResult> {
    return this.replays.run(options, async (replay) => {
      try {
        return await this.#built(aside, replay, options);
      } finally {
        await this.#inTurn(() => this.generations.prune(kept));
      }
    });
  }

  async #built(aside: ReplayAside, replay: RunningReplay, options: ReplayOptions): Promise<ReplayResult> {
    const { dryRun = false, show = true, only, diff } = options;
    const begun = performance.now();
    const number = this.generations.next();
    const shown = this.#generation && this.generations.fileOf(this.#generation.number);
    this.generations.makeRoom(number);
    const purpose: Purpose = { ...(only && shown && { only }), show, dryRun };
    const order = {
      ...{ number, file: this.generations.buildingOf(number), purpose: inWords(purpose) },
      ...(purpose.only && { only: purpose.only }),
      ...(shown !== undefined && { shown }),
      ...(diff && { diff }),
    };
    const made = await aside(order, {
      onProgress: (progress) => replay.progress(progress),
      shownAt: (position) => this.#shownAt(position),
      ...{ signal: replay.signal, pause: replay.pause },
    });
    if (replay.cancelled) {
      await this.generations.remove(number);
      throw replay.cancelled;
    }
    if (made.diff) options.onDiff?.(made.diff);
    const result = { ...made, generation: number, shown: show && !dryRun };
    if (dryRun) await this.generations.remove(number);
    else await this.#keep(number, show, replay);
    return {
      ...result,
      position: String(result.shown ? this.position : made.position),
      seconds: (performance.now() - begun) / 1_000,
    };
  }

  /** Takes its place among the others, and is shown once it stands where the one shown does. */
  async #keep(number: number, show: boolean, replay: RunningReplay): Promise<void> {
    const built = this.generations.adopt(number);
    try {
      if (!show) return;
      await this.#catchUp(built);
      await this.#inTurn(async () => {
        await this.#catchUp(built);
        if (replay.cancelled) throw replay.cancelled;
        replay.progress({ phase: 'swapping', position: String(built.position) });
        this.#show(built);
      });
    } finally {
      if (this.#generation !== built) built.close();
      if (replay.cancelled && this.#generation !== built) await this.generations.drop(number);
    }
  }

  /** Where nobody follows the log, the shown rows are brought there. */
  async #shownAt(position: bigint): Promise<void> {
    await this.#inTurn(async () => {
      if (this.#generation && this.position < position) await this.#catchUp(this.#generation);
      this.#tell();
    });
  }

  async #catchUp(generation: Generation): Promise<number> {
    let events = 0;
    for await (const page of this.store.readAll(generation.position)) {
      generation.apply(page);
      events += page.length;
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
    const event = await lastEventUntil(this.store, position);
    if (event?.position === position && event.id === lastEvent) return undefined;
    return `it was made of another log: the event at its position ${position} is not in this one`;
  }
}
