import type { Benchmark } from '../benchmark.ts';
import { measureCollecting } from '../collecting/collecting.ts';

export const sources10000: Benchmark = {
  name: 'sources-10000',
  counts: 'sources',
  usual: { rounds: 18, each: 10_000 },
  measure: measureCollecting,
};
