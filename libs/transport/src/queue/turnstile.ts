/** Lets so many errands, which do not reject, run at the same time; the others wait, in the order in which they came. */
export class Turnstile {
  readonly #waiting: (() => Promise<void>)[] = [];
  #inside = 0;
  #emptied = Promise.withResolvers<void>();

  constructor(private readonly together: number) {}

  enter(errand: () => Promise<void>): void {
    this.#waiting.push(errand);
    void this.#letIn();
  }

  /** Resolves when nothing runs and nothing waits. */
  async empty(): Promise<void> {
    if (this.#inside > 0) await this.#emptied.promise;
  }

  async #letIn(): Promise<void> {
    if (this.#inside >= this.together) return;
    this.#inside++;
    for (let errand = this.#waiting.shift(); errand !== undefined; errand = this.#waiting.shift()) await errand();
    if (--this.#inside > 0) return;
    this.#emptied.resolve();
    this.#emptied = Promise.withResolvers();
  }
}
