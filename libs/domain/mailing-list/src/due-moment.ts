import type { Preferences } from './preferences.js';
import { addDays, instantOf, localTime, type Instant, type LocalDate, type TimeZone } from '@relais/vocabulary';

/** When the letter of a list goes out for whoever chose no hour: its day of the month and hour, where its assembly is. */
export type Schedule = Readonly<{ zone: TimeZone; digest: Readonly<{ day: number; hour: number }> }>;

const hourLong = 3_600_000;
const two = (value: number): string => String(value).padStart(2, '0');
const at = (date: LocalDate, hour: number, zone: TimeZone): number =>
  Date.parse(instantOf(`${date}T${two(hour)}:00`, zone));
const iso = (moment: number): Instant => new Date(moment).toISOString();

/** Monday is 1. */
export const weekdayOf = (date: LocalDate): number => ((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;

const monthsLater = (date: LocalDate, months: number, day: number): LocalDate => {
  const [year = 0, month = 1] = date.split('-').map(Number);
  return `${new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 7)}-${two(day)}`;
};

/** When the quiet hours that a moment lies in are over; the moment itself where it lies in none. */
export const afterQuiet = (moment: number, { quiet: { from, until }, zone }: Preferences): number => {
  if (from === until) return moment;
  const { date, time } = localTime(iso(moment), zone);
  const hour = Number(time.slice(0, 2));
  const isOverMidnight = from > until;
  const isQuiet = isOverMidnight ? hour >= from || hour < until : hour >= from && hour < until;
  if (!isQuiet) return moment;
  return at(isOverMidnight && hour >= from ? addDays(date, 1) : date, until, zone);
};

/** The moments around another one at which the rhythm alone would have a letter, in order. */
const rhythmic = (preferences: Preferences, schedule: Schedule, after: number): number[] => {
  const { rhythm } = preferences;
  const [hour, zone] =
    preferences.hour === null ? [schedule.digest.hour, schedule.zone] : [preferences.hour, preferences.zone];
  const { date } = localTime(iso(after), zone);
  switch (rhythm.every) {
    case 'event':
      // At the full hour, so that what comes in together is told together.
      return [Math.floor(after / hourLong) * hourLong + hourLong];
    case 'day':
      return [-2, -1, 0, 1, 2].map((days) => at(addDays(date, days), hour, zone));
    case 'week': {
      const first = addDays(date, rhythm.on - weekdayOf(date));
      return [-7, 0, 7, 14].map((days) => at(addDays(first, days), hour, zone));
    }
    case 'month':
      return [-1, 0, 1, 2].map((months) => at(monthsLater(date, months, schedule.digest.day), hour, zone));
  }
};

/**
 * The first moment after another one at which a letter is due: the rhythm's, moved to the end of the quiet hours where it lies in
 * them, and none before the day until which letters are paused. An hour that a change of clocks skips is the one after it, one
 * that comes twice is the first.
 */
export const dueAfter = (after: number, preferences: Preferences, schedule: Schedule): number => {
  const { pausedUntil, zone } = preferences;
  const first = (moment: number): number =>
    Math.min(
      ...rhythmic(preferences, schedule, moment)
        .map((one) => afterQuiet(one, preferences))
        .filter((one) => one > moment),
    );
  const due = first(after);
  if (pausedUntil === null) return due;
  const resumes = Date.parse(instantOf(`${pausedUntil}T00:00`, zone));
  return due >= resumes ? due : first(Math.max(after, resumes - 1));
};

/** Whether letters are paused at a moment. */
export const isPaused = (moment: number, { pausedUntil, zone }: Preferences): boolean =>
  pausedUntil !== null && localTime(iso(moment), zone).date < pausedUntil;

/** As {@link dueAfter}; what was asked before is not computed again: thousands of people have few ways of wanting letters. */
export class DueMoments {
  readonly #known = new Map<Preferences, Map<Schedule, { from: number; due: number }[]>>();

  after(moment: number, preferences: Preferences, schedule: Schedule): number {
    const of = this.#known.get(preferences) ?? new Map<Schedule, { from: number; due: number }[]>();
    this.#known.set(preferences, of);
    const spans = of.get(schedule) ?? [];
    of.set(schedule, spans);
    // Whatever lies between a moment and what is due after it has the same due moment.
    const known = spans.find(({ from, due }) => from <= moment && moment < due);
    if (known) return known.due;
    const due = dueAfter(moment, preferences, schedule);
    const wider = spans.find((span) => span.due === due);
    if (wider) wider.from = Math.min(wider.from, moment);
    else spans.unshift({ from: moment, due });
    if (spans.length > 24) spans.pop();
    return due;
  }
}
