import { Interrupted } from './replay-aside.js';
import { Pause } from './pause.js';
import type { Progress } from './progress.js';

/** What can be seen of a replay while it runs. Plain: it can be sent as JSON. */
export type ReplayState = Progress &
  Readonly<{
    /** When it began. */
    since: string;
    /** Which projections are made anew. */
    projections: readonly string[];
    paused: boolean;
  }>;

/** There is a replay already; a folder of read models has one at a time. */
export class ReplayRuns extends Error {
  override readonly name = 'ReplayRuns';
  constructor({ since, position, head, paused }: ReplayState) {
    super(
      `a replay runs already, since ${since}, at position ${position} of ${head}${paused ? ', paused' : ''}: wait for it, or cancel it (relais replay --cancel)`,
    );
  }
}

/** Somebody stopped the replay; nothing is left of it, and what was shown is shown still. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
  constructor() {
    super('the replay was cancelled; what was shown is shown still');
  }
}

/** A replay that runs: how far it is, and how it is held or stopped. */
export class RunningReplay {
  readonly pause = new Pause();
  readonly #stop = new AbortController();
  #state: ReplayState;

  constructor(
    projections: readonly string[],
    private readonly tell: (state: ReplayState) => void,
  ) {
    const nothing = { position: '0', head: '0', eventsPerSecond: 0, secondsLeft: 0 };
    this.#state = { phase: 'reading', ...nothing, since: new Date().toISOString(), projections, paused: false };
    this.pause.watch((paused) => this.#now({ paused }));
  }

  get state(): ReplayState {
    return this.#state;
  }

  get signal(): AbortSignal {
    return this.#stop.signal;
  }

  /** Why nothing is to be left of it, once somebody cancelled it. */
  get cancelled(): Cancelled | undefined {
    const reason: unknown = this.#stop.signal.reason;
    return reason instanceof Cancelled ? reason : undefined;
  }

  progress(progress: Partial<Progress>): void {
    this.#now(progress);
  }

  /** Leaves nothing of it. */
  cancel(): void {
    this.#stop.abort(new Cancelled());
  }

  /** Leaves what there is to be gone on with. */
  interrupt(): void {
    this.#stop.abort(new Interrupted());
  }

  #now(news: Partial<ReplayState>): void {
    this.#state = { ...this.#state, ...news };
    this.tell(this.#state);
  }
}
