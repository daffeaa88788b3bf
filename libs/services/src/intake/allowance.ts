/** How often something may be done for each of many: some times at once, then as they come back with time. */
export class Allowance {
  readonly #left = new Map<string, { times: number; at: number }>();

  constructor(
    private readonly most: number,
    private readonly perSecond: number,
  ) {}

  /** Whether it may be done once more. `now` in milliseconds of a clock that does not stand still. */
  take(of: string, now = performance.now()): boolean {
    const { times, at } = this.#left.get(of) ?? { times: this.most, at: now };
    const left = Math.min(this.most, times + ((now - at) / 1_000) * this.perSecond);
    this.#left.set(of, { times: left >= 1 ? left - 1 : left, at: now });
    return left >= 1;
  }

  /** In how many whole seconds it may be done again, at the latest. */
  get wait(): number {
    return Math.ceil(1 / this.perSecond);
  }
}
