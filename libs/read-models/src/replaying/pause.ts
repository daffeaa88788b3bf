/** Holds long work between two of its steps until it may go on. */
export class Pause {
  #goOn: (() => void) | undefined;
  #paused: Promise<void> | undefined;

  get isPaused(): boolean {
    return this.#paused !== undefined;
  }

  pause(): void {
    this.#paused ??= new Promise((resolve) => (this.#goOn = resolve));
  }

  resume(): void {
    this.#goOn?.();
    this.#goOn = this.#paused = undefined;
  }

  /** Resolves at once unless paused; then when it is resumed, or when the signal is aborted, which is for the caller to ask. */
  async passed(signal?: AbortSignal): Promise<void> {
    while (this.#paused && !signal?.aborted) {
      const aborted =
        signal && new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
      await Promise.race([this.#paused, ...(aborted ? [aborted] : [])]);
    }
  }
}
