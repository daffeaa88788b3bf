import type { Benchmark } from '../benchmark.ts';
import { measureAppends } from '../appending.ts';

export const append100: Benchmark = {
  name: 'append-100',
  counts: 'appends',
  usual: { rounds: 15, each: 40 },
  measure: (amounts) => measureAppends({ name: 'append-100', batch: 100 }, amounts),
};
