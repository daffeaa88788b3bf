import { silenceAfter, silenceAt } from './silence.js';

const day = 24 * 3_600_000;
const after = (...gaps: readonly number[]): number[] => {
  const at = [0];
  for (const gap of gaps) at.push((at.at(-1) ?? 0) + gap * day);
  return at;
};
/** After how many days without anything new it is silent. */
const daysFor = (...gaps: readonly number[]): number | undefined => {
  const silence = silenceAfter(after(...gaps));
  return silence && (silence.from - silence.last) / day;
};

describe('a source falls silent', () => {
  it.each([
    ['each month', [30, 30], 40],
    ['each week', [7, 7, 7], 14],
    ['each day', [1, 1, 1, 1], 8],
    ['each quarter', [90, 90, 90], 120],
    ['in bursts, once a month', [1, 1, 28, 1, 1, 28, 1, 1], 28 + 28 / 3],
    ['each month, and not in summer', [30, 30, 60, 30, 30, 30, 30], 40],
    ['twice a month by now, rarely once', [90, 90, ...Array.from({ length: 9 }, () => 15)], 22],
  ])('by what is usual for it: %s', (_, gaps, days) => {
    expect(daysFor(...gaps)).toBeCloseTo(days);
  });

  it('only if it had something new on three occasions, however much on each', () => {
    expect([daysFor(), daysFor(30), daysFor(30, 0.1, 0.2)]).toEqual([undefined, undefined, undefined]);
    expect(silenceAfter([])).toBeUndefined();
  });

  it('from that moment on, counted from the last of it', () => {
    const silence = silenceAfter(after(30, 30));
    expect(silenceAt(silence, 100 * day - 1)).toBeUndefined();
    expect(silenceAt(silence, 100 * day)).toEqual({ days: 40, usual: 30 });
    expect(silenceAt(silence, 101.5 * day)).toEqual({ days: 41, usual: 30 });
    expect(silenceAt(undefined, 1_000 * day)).toBeUndefined();
  });
});
