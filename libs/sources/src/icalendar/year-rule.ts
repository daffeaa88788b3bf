import type { RuleParts, SeriesStart } from './rule-parts.js';
import { day, midnightOf, type Wall } from './wall-clock.js';

const week = 7 * day;
const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

const yearOf = (wall: Wall): number => new Date(wall).getUTCFullYear();
const newYear = (year: number): Wall => Date.UTC(year, 0, 1);

/** Whether the rule is one that the engine follows wrongly: yearly by numbers of weeks or of days, of the year or of a month. */
export const isYearRule = ({ frequency, by }: RuleParts): boolean =>
  frequency === 'YEARLY' &&
  (by.has('BYWEEKNO') ||
    by.has('BYYEARDAY') ||
    (by.has('BYMONTHDAY') && (!by.has('BYMONTH') || by.has('BYDAY'))) ||
    // A 53rd Monday is not in each year.
    (!by.has('BYMONTH') && /\d/.test(by.get('BYDAY') ?? '')));

/** A weekday, and which of its name it must be: of the week, of the month or of the year, whichever the rule names. */
type Weekday = Readonly<{ weekday: number; numbers: readonly number[] | undefined }>;

const weekdayOf = (name: string): Weekday => {
  const [, number, weekday = ''] = /^([+-]?\d+)?(\w\w)$/.exec(name) ?? [];
  if (!weekdays.includes(weekday)) throw new Error(`RRULE with a day that there is not: «${name.slice(0, 20)}»`);
  return { weekday: weekdays.indexOf(weekday), numbers: number === undefined ? undefined : [Number(number)] };
};

/** Where the first week of a year begins: the first with four days in it (ISO 8601), whatever day weeks begin with. */
const firstWeek = (year: number, weekStart: number): Wall => {
  const january4 = newYear(year) + 3 * day;
  return january4 - ((new Date(january4).getUTCDay() - weekStart + 7) % 7) * day;
};

/**
 * The occurrences of a yearly rule, year by year, from its start to a moment; where it does not count, years before `from` are passed
 * over. Where weeks are numbered a year is that of its weeks: the 31st of December may be of the next one's first.
 */
export function* yearRuleTimes(
  { interval, count, by }: RuleParts,
  { start }: SeriesStart,
  from: Wall,
  to: Wall,
): Generator<Wall> {
  const numbers = (name: string): number[] | undefined => by.get(name)?.split(',').map(Number);
  const [weeks, months, yearDays, monthDays] = ['BYWEEKNO', 'BYMONTH', 'BYYEARDAY', 'BYMONTHDAY'].map(numbers);
  const weekStart = Math.max(0, weekdays.indexOf(by.get('WKST') ?? 'MO'));
  const begins = new Date(start);
  // « Yearly on the 29th » names no month: as whatever a rule does not name, it is that of the start.
  const monthsMeant = months ?? (monthDays && !weeks && !yearDays ? [begins.getUTCMonth() + 1] : undefined);
  const named = by.get('BYDAY')?.split(',').map(weekdayOf);
  const days =
    named ?? (weeks && !monthDays && !yearDays ? [{ weekday: begins.getUTCDay(), numbers: undefined }] : undefined);
  const positions = numbers('BYSETPOS');
  const clocks = clocksOf(by, start - midnightOf(start));

  /** Which of its weekday's name a day is, and of how many. */
  const placeOf = ([place, length]: readonly [number, number]): readonly [number, number] => [
    Math.floor(place / 7),
    Math.floor(place / 7) + Math.ceil((length - place) / 7),
  ];
  const fits = (date: Wall): boolean => {
    const own = new Date(date);
    const year = own.getUTCFullYear();
    const inYear = [(date - newYear(year)) / day, (newYear(year + 1) - newYear(year)) / day] as const;
    const inMonth = [own.getUTCDate() - 1, new Date(Date.UTC(year, own.getUTCMonth() + 1, 0)).getUTCDate()] as const;
    const place = weeks ? ([0, 1] as const) : placeOf(months ? inMonth : inYear);
    return (
      (days?.some(({ weekday, numbers: which }) => weekday === own.getUTCDay() && among(which, ...place)) ?? true) &&
      (monthsMeant?.includes(own.getUTCMonth() + 1) ?? true) &&
      among(yearDays, ...inYear) &&
      among(monthDays, ...inMonth)
    );
  };

  function* timesIn(year: number): Generator<Wall> {
    const [first, next] = weeks
      ? [firstWeek(year, weekStart), firstWeek(year + 1, weekStart)]
      : [newYear(year), newYear(year + 1)];
    const dates: Wall[] = [];
    for (let date = first; date < next; date += day)
      if (among(weeks, Math.floor((date - first) / week), (next - first) / week) && fits(date)) dates.push(date);
    const all = dates.length * clocks.length;
    for (let index = 0; index < all; index++)
      if (among(positions, index, all))
        yield (dates[Math.floor(index / clocks.length)] ?? 0) + (clocks[index % clocks.length] ?? 0);
  }

  const isLeftOf = (year: number): boolean => {
    for (const time of timesIn(year)) if (time >= start) return true;
    return false;
  };
  // The interval counts from the year that the start is in: that of its weeks, unless nothing of that year is left.
  const own =
    weeks && [1, 0, -1].map((more) => yearOf(start) + more).find((year) => firstWeek(year, weekStart) <= start);
  const begun = own !== undefined && isLeftOf(own) ? own : yearOf(start);
  const passed = count === undefined ? Math.max(0, Math.floor((yearOf(from) - 1 - begun) / interval)) : 0;
  for (let year = begun + passed * interval; newYear(year) - week <= to; year += interval)
    for (const time of timesIn(year)) if (time >= start) yield time;
}

/** Whether a place (from 0) among so many is one of those numbered from 1, or from -1 backwards. */
const among = (numbers: readonly number[] | undefined, place: number, of: number): boolean =>
  numbers === undefined || numbers.includes(place + 1) || numbers.includes(place - of);

/** The times of day, as milliseconds since midnight. */
const clocksOf = (by: ReadonlyMap<string, string>, start: number): number[] => {
  const parts = (name: string, own: number): number[] => by.get(name)?.split(',').map(Number) ?? [own];
  const hours = parts('BYHOUR', Math.floor(start / 3_600_000));
  const minutes = parts('BYMINUTE', Math.floor(start / 60_000) % 60);
  const seconds = parts('BYSECOND', Math.floor(start / 1_000) % 60);
  const clocks = hours.flatMap((hour) =>
    minutes.flatMap((minute) => seconds.map((second) => ((hour * 60 + minute) * 60 + second) * 1_000)),
  );
  return [...new Set(clocks)].filter((clock) => clock >= 0 && clock < day).sort((one, other) => one - other);
};
