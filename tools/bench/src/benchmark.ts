import type { Need } from './need.ts';

/** How much a benchmark does: so many of what it counts in each of so many rounds. */
export type Amounts = Readonly<{ rounds: number; each: number }>;

/** Under what a figure was taken, for whoever compares it with another. */
export type Conditions = Readonly<Record<string, string | number>>;

/**
 * A figure of ours beside the same work done bare (its ceiling) or by somebody else (its peer), taken in turn in one run,
 * because figures of two runs on a shared machine say nothing of one another. `ratio` is the figure divided by the ceiling
 * or the peer: of a rate the share that is reached, of a cost how many times as much.
 */
export type Measurement = Readonly<{
  name: string;
  figure: number;
  unit: string;
  ceiling: number | null;
  peer: number | null;
  ratio: number;
  conditions: Conditions;
}>;

/** Something of ours whose speed is worth watching. One file each below `benchmarks`, and a line in `benchmarks.ts`. */
export interface Benchmark {
  readonly name: string;
  /** What `each` is a number of. */
  readonly counts: 'appends' | 'events' | 'rows' | 'requests' | 'letters' | 'people' | 'sources';
  readonly usual: Amounts;
  /** Without it, the benchmark is named as skipped. */
  readonly needs?: Need;
  /** One figure at least, the first under the benchmark's own name. */
  measure(amounts: Amounts): Promise<readonly Measurement[]>;
}
