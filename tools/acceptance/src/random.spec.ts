import { randomOf, spreadOver } from './random.ts';

describe('moments at random', () => {
  it('come again with the same seed, and are others with another', () => {
    const [one, same, other] = [7, 7, 8].map((seed) => spreadOver(0, 1_000, 20, randomOf(seed)));
    expect(one).toEqual(same);
    expect(one).not.toEqual(other);
  });

  it('are one in each part of the range, so that no part is left out', () => {
    const moments = spreadOver(100, 200, 10, randomOf(1));
    expect(moments.map((moment) => Math.floor((moment - 100) / 10))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
});
