import type { Benchmark } from '../benchmark.ts';
import { measureAppends } from '../appending.ts';

export const append1: Benchmark = {
  name: 'append-1',
  counts: 'appends',
  usual: { rounds: 15, each: 400 },
  measure: (amounts) => measureAppends({ name: 'append-1', batch: 1 }, amounts),
};
