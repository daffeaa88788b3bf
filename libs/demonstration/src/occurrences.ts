import { addDays, instantOf, localTime, type Instant, type LocalDate } from '@relais/vocabulary';
import type { Rhythm } from './rhythms.js';

/** One meeting that a rhythm gives, on local time. `month` counts from the year 0: what alternates, alternates by it. */
export type Occurrence = Readonly<{ day: LocalDate; month: number; starts: string; ends: string }>;

const firstOfMonth = (month: number): LocalDate =>
  `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`;

const weekdayOf = (date: LocalDate): number => new Date(`${date}T00:00:00Z`).getUTCDay();

/** The day of a month that is its nth weekday, or its last (`-1`). */
const dayIn = (month: number, { weekday, nth }: Rhythm): LocalDate => {
  const first = firstOfMonth(month);
  if (nth > 0) return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + 7 * (nth - 1));
  const last = addDays(firstOfMonth(month + 1), -1);
  return addDays(last, -((weekdayOf(last) - weekday + 7) % 7));
};

/** The next meetings of a rhythm, one a month, none of them begun. The same month always gives the same meeting, whenever it is asked. */
export const nextOccurrences = (rhythm: Rhythm, now: Instant, count: number): Occurrence[] => {
  const [year = 0, month = 1] = localTime(now, rhythm.zone).date.split('-').map(Number);
  const current = year * 12 + month - 1;
  return Array.from({ length: count + 1 }, (_, ahead) => current + ahead)
    .map((at) => {
      const day = dayIn(at, rhythm);
      const [start, end] = rhythm.hours[at % rhythm.hours.length] ?? rhythm.hours[0];
      return { day, month: at, starts: `${day}T${start}`, ends: `${day}T${end}` };
    })
    .filter(({ starts }) => Date.parse(instantOf(starts, rhythm.zone)) > Date.parse(now))
    .slice(0, count);
};
