type Lane = Readonly<{ host: string; waiting: (() => Promise<void>)[] }>;

/**
 * Lets the errands of a host through one after another, and those of so many hosts at the same time. A host with many has
 * its turn again only after every other one that waits, so that it keeps nobody waiting but itself.
 */
export class Lanes {
  /** Those in which anything waits or runs. */
  readonly #lanes = new Map<string, Lane>();
  /** Those in which something waits and nothing runs. */
  readonly #ready: Lane[] = [];
  #running = 0;

  constructor(private readonly together: number) {}

  /** Resolves or rejects as the errand does, when it was its turn. */
  take<Result>(host: string, errand: () => Promise<Result>): Promise<Result> {
    const done = Promise.withResolvers<Result>();
    const run = (): Promise<void> => errand().then(done.resolve, done.reject);
    const lane = this.#lanes.get(host);
    if (lane) lane.waiting.push(run);
    else this.#open({ host, waiting: [run] });
    return done.promise;
  }

  #open(lane: Lane): void {
    this.#lanes.set(lane.host, lane);
    this.#ready.push(lane);
    void this.#work();
  }

  async #work(): Promise<void> {
    if (this.#running >= this.together) return;
    this.#running++;
    for (let lane = this.#ready.shift(); lane !== undefined; lane = this.#ready.shift()) {
      await lane.waiting.shift()?.();
      if (lane.waiting.length > 0) this.#ready.push(lane);
      else this.#lanes.delete(lane.host);
    }
    this.#running--;
  }
}
