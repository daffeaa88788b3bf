import { projections } from '../projections.js';
import { UnknownProjection, type ReplayOptions } from './replay-options.js';
import { ReplayRuns, RunningReplay, type ReplayState } from './running-replay.js';

/** The replay of a folder of read models that runs, if any: one at a time, which can be watched, held and stopped. */
export class Replays {
  #replay: RunningReplay | undefined;
  readonly #watching = new Set<(state: ReplayState | undefined) => void>();

  /** How far it is; undefined where none runs. */
  get running(): ReplayState | undefined {
    return this.#replay?.state;
  }

  /** Tells of each step of any replay, and `undefined` when it is over, until what is returned is called. */
  watch(told: (state: ReplayState | undefined) => void): () => void {
    this.#watching.add(told);
    return () => this.#watching.delete(told);
  }

  /** Holds the replay that runs; what was built so far stays. False where none runs. */
  pause(): boolean {
    this.#replay?.pause.pause();
    return this.#replay !== undefined;
  }

  /** Lets it go on. False where none runs. */
  resume(): boolean {
    this.#replay?.pause.resume();
    return this.#replay !== undefined;
  }

  /** Stops the replay that runs, and leaves nothing of it. False where none runs. */
  cancel(): boolean {
    this.#replay?.cancel();
    return this.#replay !== undefined;
  }

  /** Stops the replay that runs, and leaves what there is to be gone on with. False where none runs. */
  interrupt(): boolean {
    this.#replay?.interrupt();
    return this.#replay !== undefined;
  }

  /** Does a replay. Rejects with {@link ReplayRuns} and {@link UnknownProjection}. */
  async run<Result>(
    { only, onProgress, signal }: ReplayOptions,
    work: (replay: RunningReplay) => Promise<Result>,
  ): Promise<Result> {
    if (this.#replay) throw new ReplayRuns(this.#replay.state);
    const names = projections.map(({ name }) => name);
    for (const name of only ?? []) if (!names.includes(name)) throw new UnknownProjection(name);
    const replay = new RunningReplay(only ?? names, (state) => {
      onProgress?.(state);
      this.#tell(state);
    });
    const interrupt = (): void => replay.interrupt();
    signal?.addEventListener('abort', interrupt, { once: true });
    if (signal?.aborted) interrupt();
    this.#replay = replay;
    try {
      return await work(replay);
    } finally {
      signal?.removeEventListener('abort', interrupt);
      this.#replay = undefined;
      this.#tell(undefined);
    }
  }

  #tell(state: ReplayState | undefined): void {
    for (const told of this.#watching) told(state);
  }
}
