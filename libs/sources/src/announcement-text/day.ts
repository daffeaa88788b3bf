import type { LocalDate } from '@relais/vocabulary';

/** What of a day was not said, and had to be worked out. */
export type DayDoubt = 'year-assumed' | 'month-assumed' | 'day-reckoned' | 'weekday-differs' | 'day-month-assumed';

/** A day in a text, or several in a row. */
export type Day = Readonly<{
  at: number;
  length: number;
  from: LocalDate;
  until: LocalDate;
  doubts: readonly DayDoubt[];
}>;
