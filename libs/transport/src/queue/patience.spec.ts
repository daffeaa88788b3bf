import { pauseAfter, waitUntil } from './patience.js';

describe('patience after failures', () => {
  it('doubles, from one second to five minutes', () => {
    expect([1, 2, 3, 4, 9, 10, 11, 1_000, 100_000].map(pauseAfter)).toEqual([
      ...[1_000, 2_000, 4_000, 8_000, 256_000, 300_000, 300_000, 300_000, 300_000],
    ]);
  });
});

describe('waiting for an instant', () => {
  it('is over when it has passed', () => {
    expect(waitUntil('2015-11-10T19:30:00Z')).toBe(0);
  });

  it.each(['', 'tomorrow', '2026-13-01T00:00:00Z'])('is not possible for what is none: %j', (at) => {
    expect(() => waitUntil(at)).toThrow(RangeError);
  });
});
