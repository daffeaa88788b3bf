import type { Benchmark } from '../benchmark.ts';
import { measureServing } from '../serving/serving.ts';

const path = '/lille/agenda?depuis=2015-11-01';
const headers = { 'accept-encoding': 'gzip, deflate, br' };

/** A day before there was anything to show: each is a page of its own, of the same gatherings. */
const dayBefore = (n: number): string => new Date(Date.UTC(1980, 0, 1) + n * 86_400_000).toISOString().slice(0, 10);

export const pageServing: Benchmark = {
  name: 'page-serving',
  counts: 'requests',
  usual: { rounds: 7, each: 1_000 },
  measure: (amounts) =>
    measureServing(
      [
        { name: 'page-serving', about: 'a page that was shown before', status: 200, asked: () => ({ path, headers }) },
        {
          name: 'page-serving-uncached',
          about:
            'the same page rendered and compressed for each request, because each asks for another day before the first one',
          status: 200,
          oneOf: 8,
          asked: (n) => ({ path: `/lille/agenda?depuis=${dayBefore(n)}`, headers }),
        },
      ],
      amounts,
    ),
};
