/** Wakes those who wait for new events; who comes late is not waited for, because everybody reads on from their own position. */
export class Wake {
  #waiting: (() => void)[] = [];

  /** Resolves at the next call of {@link wake}, or when aborted. */
  next(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      signal.addEventListener('abort', () => resolve(), { once: true });
      this.#waiting.push(resolve);
    });
  }

  get awaited(): boolean {
    return this.#waiting.length > 0;
  }

  wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}
