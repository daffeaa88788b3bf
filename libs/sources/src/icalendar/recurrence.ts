import { RRuleTemporal } from 'rrule-temporal';
import type { CalendarTime } from './date-time.js';

/** How many occurrences of one series are read at most. */
const mostOccurrences = 500;

const epochOf = (local: string): number => Date.parse(`${local}Z`);
const localOf = (epoch: number): string => new Date(epoch).toISOString().slice(0, 19);
const stampOf = (epoch: number): string => localOf(epoch).replace(/[-:]/g, '');

/** A time's wall clock, a day's midnight. */
export const wallClock = (time: CalendarTime): string => (time.kind === 'date' ? `${time.date}T00:00:00` : time.local);

/** UNTIL is compared on the wall clock: a day counts to its end, and an instant is near enough to the local time for a series of meetings. */
const untilOnTheWall = (rule: string): string =>
  rule.replace(/UNTIL=(\d{8})(T\d{6})?Z?/i, (_all, day: string, time?: string) => `UNTIL=${day}${time ?? 'T235959'}Z`);

/**
 * The wall-clock times at which a series takes place up to a horizon, `YYYY-MM-DDTHH:mm:ss`, in order. Recurrence is a
 * matter of the wall clock (RFC 5545, 3.3.10): a meeting at 18:00 stays at 18:00 when the clocks change.
 */
export const occurrences = (start: CalendarTime, rules: readonly string[], horizon: string): readonly string[] => {
  const first = epochOf(wallClock(start));
  const last = epochOf(horizon);
  const times = new Set<number>([first]);
  for (const rule of rules) {
    if (/FREQ=(SECONDLY|MINUTELY|HOURLY)/i.test(rule)) throw new Error('a series of more than one occurrence a day');
    const series = new RRuleTemporal({
      rruleString: `DTSTART:${stampOf(first)}Z\nRRULE:${untilOnTheWall(rule.toUpperCase().replace(/\s+/g, ''))}`,
      maxIterations: 20_000,
    });
    for (const one of series.all((time, index) => index < mostOccurrences && time.epochMilliseconds <= last))
      if (one.epochMilliseconds <= last) times.add(one.epochMilliseconds);
  }
  return [...times].sort((one, other) => one - other).slice(0, mostOccurrences).map(localOf);
};
