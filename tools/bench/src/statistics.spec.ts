import { median, percentile } from './statistics.ts';

describe('the median', () => {
  it('is the value in the middle, whatever the order', () => {
    expect(median([9, 1, 4])).toBe(4);
    expect(median([7])).toBe(7);
  });

  it('lies between the two in the middle of an even number', () => {
    expect(median([10, 1, 2, 4])).toBe(3);
  });

  it('is not there without values', () => {
    expect(() => median([])).toThrow('of nothing');
  });
});

describe('a percentile', () => {
  it('is a value that was measured', () => {
    const values = Array.from({ length: 200 }, (_, n) => 200 - n);
    expect([0, 0.5, 0.99, 1].map((share) => percentile(values, share))).toEqual([1, 100, 198, 200]);
  });
});
