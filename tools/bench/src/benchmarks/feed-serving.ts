import type { Benchmark } from '../benchmark.ts';
import { measureServing } from '../serving/serving.ts';

const path = '/feed.rss';
const headers = { 'accept-encoding': 'gzip' };

export const feedServing: Benchmark = {
  name: 'feed-serving',
  counts: 'requests',
  usual: { rounds: 9, each: 1_500 },
  measure: (amounts) =>
    measureServing(
      [
        {
          name: 'feed-serving',
          about: 'a feed reader that comes for the first time',
          status: 200,
          asked: () => ({ path, headers }),
        },
        {
          name: 'feed-serving-304',
          about: 'a feed reader that comes again',
          status: 304,
          asked: (_n, etag) => ({ path, headers: { ...headers, 'if-none-match': etag } }),
        },
      ],
      amounts,
    ),
};
