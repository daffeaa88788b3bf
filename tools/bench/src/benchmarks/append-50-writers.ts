import type { Benchmark } from '../benchmark.ts';
import { measureAppends } from '../appending.ts';

/** Fifty who append at once, whose appends share commits: as many services of a hub under load. */
export const append50Writers: Benchmark = {
  name: 'append-50-writers',
  counts: 'appends',
  usual: { rounds: 15, each: 2_000 },
  measure: (amounts) => measureAppends({ name: 'append-50-writers', batch: 1, writers: 50 }, amounts),
};
