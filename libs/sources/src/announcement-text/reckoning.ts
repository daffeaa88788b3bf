import { addDays, isLocalDate, type LocalDate } from '@relais/vocabulary';

/** 0 for Sunday to 6. */
export const weekdayOf = (date: LocalDate): number => new Date(`${date}T00:00:00Z`).getUTCDay();

const dateIn = (year: number, month: number, day: number): LocalDate =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/**
 * The year of a day that is said without one: the next time it comes, unless its weekday fits only the one before, which
 * is then a text about the past.
 */
export const yearOf = (month: number, day: number, weekday: number | null, today: LocalDate): number => {
  const thisYear = Number(today.slice(0, 4));
  const ahead = [0, 1, 2, 3, 4].map((more) => thisYear + more);
  const next = ahead.find((year) => isLocalDate(dateIn(year, month, day)) && dateIn(year, month, day) >= today);
  const fits = (year: number): boolean =>
    weekday === null || (isLocalDate(dateIn(year, month, day)) && weekdayOf(dateIn(year, month, day)) === weekday);
  if (next === undefined || fits(next)) return next ?? thisYear;
  return fits(next - 1) ? next - 1 : next;
};

/** The next day of this number, on this weekday, within a year. */
export const nextOn = (weekday: number, dayOfMonth: number, today: LocalDate): LocalDate | undefined => {
  for (let more = 0; more < 366; more++) {
    const date = addDays(today, more);
    if (Number(date.slice(8)) === dayOfMonth && weekdayOf(date) === weekday) return date;
  }
  return undefined;
};
