import type { Benchmark } from '../benchmark.ts';
import { measureServing } from '../serving/serving.ts';

const path = '/lille/agenda?depuis=2015-11-01';
const headers = { 'accept-encoding': 'gzip, deflate, br' };

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
          about: 'the same page rendered and compressed for each request, because each asks for another address',
          status: 200,
          oneOf: 8,
          asked: (n) => ({ path: `${path}&n=${n}`, headers }),
        },
      ],
      amounts,
    ),
};
