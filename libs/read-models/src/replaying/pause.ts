/** Holds long work between two of its steps until it may go on. */
export class Pause {
  #goOn: (() => void) | undefined;
  #paused: Promise<void> | undefined;
  readonly #watching = new Set<(isPaused: boolean) => void>();
  #since = 0;
  #before = 0;

  get isPaused(): boolean {
    return this.#paused !== undefined;
  }

  /** How long it was paused so far, all in all. */
  get milliseconds(): number {
    return this.#before + (this.isPaused ? performance.now() - this.#since : 0);
  }

  pause(): void {
    if (this.isPaused) return;
    this.#since = performance.now();
    this.#paused = new Promise((resolve) => (this.#goOn = resolve));
    this.#tell();
  }

  resume(): void {
    this.#before = this.milliseconds;
    this.#goOn?.();
    this.#goOn = this.#paused = undefined;
    this.#tell();
  }

  /** Tells whenever it is paused or resumed, until what is returned is called. */
  watch(told: (isPaused: boolean) => void): () => void {
    this.#watching.add(told);
    return () => this.#watching.delete(told);
  }

  /** Resolves at once unless paused; then when it is resumed, or when the signal is aborted, which is for the caller to ask. */
  async passed(signal?: AbortSignal): Promise<void> {
    while (this.#paused && !signal?.aborted) {
      const aborted =
        signal && new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
      await Promise.race([this.#paused, ...(aborted ? [aborted] : [])]);
    }
  }

  #tell(): void {
    for (const told of this.#watching) told(this.isPaused);
  }
}
