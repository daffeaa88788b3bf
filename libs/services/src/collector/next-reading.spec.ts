import { untilNextReading, type ReadingHistory } from './next-reading.js';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const now = Date.parse('2026-11-25T12:00:00Z');
const quiet: ReadingHistory = { every: 60, changes: [now], now, failures: 0, chance: 0.5 };
const after = (history: Partial<ReadingHistory>): number => untilNextReading({ ...quiet, ...history });
const ago = (...times: number[]): number[] => times.map((time) => now - time);

describe('the next reading', () => {
  it.each([
    ['nothing is known yet', { changes: [] }, hour],
    ['it was read for the first time', { changes: [now] }, hour],
    ['it changed once, three hours ago', { changes: ago(3 * hour) }, 1.5 * hour],
    ['it changes each four hours', { changes: ago(12 * hour, 8 * hour, 4 * hour, 0) }, 2 * hour],
    ['it changes all the time', { changes: ago(3 * minute, 2 * minute, minute, 0) }, 15 * minute],
    ['it changes all the time, but need not be read often', { every: 1_440, changes: ago(minute, 0) }, 6 * hour],
    ['it has not changed for a year', { changes: ago(365 * day) }, day],
    [
      'it has not changed for a year, and need be read only weekly',
      { every: 10_080, changes: ago(365 * day) },
      7 * day,
    ],
    ['it changed often, and then no more', { changes: ago(10 * day + 9, 10 * day + 6, 10 * day) }, day],
    ['one pause was longer than the others', { changes: ago(9 * day, 3 * hour, 2 * hour, hour, 0) }, 30 * minute],
  ])('is as far as the source’s own rhythm says: %s', (_case, history, wait) => {
    expect(after(history)).toBe(wait);
  });

  it.each([
    [1, hour],
    [2, 2 * hour],
    [3, 4 * hour],
    [5, 16 * hour],
    [6, day],
    [1_000, day],
  ])('is put off longer with every failure in a row: the %d.', (failures, wait) => {
    expect(after({ failures })).toBe(wait);
  });

  it('is never before the server wants it, nor for ever after', () => {
    expect(after({ freshFor: 3 * 3_600, chance: 0 })).toBe(3 * hour);
    expect(after({ freshFor: 60 })).toBe(hour);
    expect(after({ freshFor: 30 * 86_400, chance: 0 })).toBe(day);
    expect(after({ failures: 1, retryAfter: 10 * 86_400, chance: 0 })).toBe(10 * day);
    expect(after({ failures: 3, retryAfter: 60 })).toBe(4 * hour);
  });

  it('is spread to both sides, but not to before what the server said, nor below a quarter of an hour', () => {
    expect([after({ chance: 0 }), after({ chance: 1 })]).toEqual([51 * minute, 69 * minute]);
    expect(after({ freshFor: 7_200, chance: 0 })).toBe(2 * hour);
    expect(after({ freshFor: 7_200, chance: 1 })).toBe(2.1 * hour);
    expect(after({ changes: ago(minute, 0), chance: 0 })).toBe(15 * minute);
  });
});
