/**
 * Lets whatever comes within a moment go on at once, in the order in which it came: what is recorded in one go shares one way to
 * the disk, for which everybody waits.
 */
export class Together {
  #waiting: (() => void)[] = [];
  #timer: NodeJS.Timeout | undefined;

  /** At most so many are waited for, and at most so many milliseconds. */
  constructor(
    private readonly most: number,
    private readonly moment: number,
  ) {}

  next(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      if (this.#waiting.length >= this.most) this.#go();
      else this.#timer ??= setTimeout(() => this.#go(), this.moment);
    });
  }

  #go(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    for (const go of this.#waiting.splice(0)) go();
  }
}
