/** What a replay is doing. */
export type Phase = 'reading' | 'indexing' | 'comparing' | 'catching up' | 'swapping';

/** How far a replay is. Positions as decimals. */
export type Progress = Readonly<{
  phase: Phase;
  position: string;
  head: string;
  eventsPerSecond: number;
  secondsLeft: number;
}>;

/** Reckons how fast work goes and how long it will go on, by positions, which need not be numbers of events. */
export class Pace {
  readonly #begun: number;

  constructor(
    private readonly from: bigint,
    private readonly head: bigint,
    private readonly milliseconds: () => number = () => performance.now(),
  ) {
    this.#begun = milliseconds();
  }

  at(position: bigint, events: number): Omit<Progress, 'phase'> {
    const seconds = Math.max(0.001, (this.milliseconds() - this.#begun) / 1_000);
    const [done, left] = [Number(position - this.from), Number(this.head - position)];
    return {
      position: String(position),
      head: String(this.head),
      eventsPerSecond: Math.round(events / seconds),
      secondsLeft: done > 0 ? Math.max(0, Math.round((left * seconds) / done)) : 0,
    };
  }
}
