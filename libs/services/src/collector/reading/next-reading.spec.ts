import { untilNextReading, type ReadingHistory } from './next-reading.js';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const now = Date.parse('2026-11-25T12:00:00Z');
const quiet: ReadingHistory = { every: 60, changes: [now], now, failures: 0, chance: 0.5 };
const after = (history: Partial<ReadingHistory>): number => untilNextReading({ ...quiet, ...history });
const hoursBut = (...left: number[]): number[] =>
  Array.from({ length: 24 }, (_none, at) => at).filter((at) => !left.includes(at));
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

  it('is not before its document wants it, for a day at the most, unless it could not be read meanwhile', () => {
    const every = (everyMinutes: number) => ({ revisit: { everyMinutes }, chance: 0 });
    expect(after(every(180))).toBe(3 * hour);
    expect(after({ ...every(180), chance: 1 })).toBe(3.15 * hour);
    expect(after(every(1))).toBe(51 * minute);
    expect(after(every(10_080))).toBe(day);
    expect(after({ ...every(10_080), every: 2_880 })).toBe(2 * day);
    expect(after({ ...every(180), freshFor: 4 * 3_600 })).toBe(4 * hour);
    expect(after({ ...every(180), failures: 1 })).toBe(51 * minute);
    expect(after({ ...every(180), failures: 1, retryAfter: 7_200 })).toBe(2 * hour);
  });

  // Noon on a Wednesday; it would be read at one.
  it.each([
    ['an hour that is over by then', { notAtHours: [11, 12] }, hour],
    ['the hour that it falls in', { notAtHours: [13] }, 2 * hour],
    ['some hours in a row', { notAtHours: [13, 14, 15] }, 4 * hour],
    ['every hour but one that was', { notAtHours: hoursBut(11) }, 23 * hour],
    ['every hour but one to come', { notAtHours: hoursBut(0) }, 12 * hour],
    ['another day', { notOnDays: [2, 4] }, hour],
    ['this day', { notOnDays: [3] }, 12 * hour],
    ['from this day to Sunday', { notOnDays: [3, 4, 5, 6, 7] }, 4.5 * day],
    ['every day but the one before', { notOnDays: [1, 3, 4, 5, 6, 7] }, 5.5 * day],
    ['an hour, and after it the day to come', { notAtHours: hoursBut(12), notOnDays: [4] }, 2 * day],
    ['every hour', { notAtHours: hoursBut() }, hour],
    ['every day', { notOnDays: [1, 2, 3, 4, 5, 6, 7] }, hour],
    [
      'every day, in all hours but one, and on all days but one',
      { notAtHours: hoursBut(5), notOnDays: [3] },
      17 * hour,
    ],
  ])('is put off to when its document does not skip: %s', (_which, revisit, wait) => {
    expect(after({ revisit })).toBe(wait === hour ? hour : wait + 7.5 * minute);
    expect(after({ revisit, chance: 0, retryAfter: 3_600 })).toBe(wait);
  });

  it('is put off likewise after a failure, and after what the server said, on Sundays too', () => {
    expect(after({ failures: 3, revisit: { notAtHours: [16] }, chance: 0.5 })).toBe(5 * hour + 7.5 * minute);
    expect(after({ retryAfter: 86_400, revisit: { notAtHours: [12] }, chance: 0 })).toBe(25 * hour);
    const sunday = Date.parse('2026-11-29T12:00:00Z');
    expect(after({ now: sunday, changes: [], revisit: { notOnDays: [7] }, chance: 0 })).toBe(12 * hour);
  });

  it('is in no skipped hour, by whatever chance and at whatever time it is reckoned', () => {
    const revisit = { everyMinutes: 45, notAtHours: [0, 1, 2, 3, 4, 5, 13, 23], notOnDays: [6] };
    for (let step = 0; step < 2_000; step++) {
      const from = now + step * 13 * minute;
      const chance = (step % 11) / 10;
      const at = new Date(from + after({ now: from, changes: [from], revisit, chance }));
      expect(revisit.notAtHours).not.toContain(at.getUTCHours());
      expect(at.getUTCDay()).not.toBe(6);
    }
  });

  it('is spread to both sides, but not to before what the server said, nor below a quarter of an hour', () => {
    expect([after({ chance: 0 }), after({ chance: 1 })]).toEqual([51 * minute, 69 * minute]);
    expect(after({ freshFor: 7_200, chance: 0 })).toBe(2 * hour);
    expect(after({ freshFor: 7_200, chance: 1 })).toBe(2.1 * hour);
    expect(after({ changes: ago(minute, 0), chance: 0 })).toBe(15 * minute);
  });
});
