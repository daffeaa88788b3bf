import { day } from './wall-clock.js';

/** The stretch of time that is of interest, in epoch milliseconds, and how many occurrences of one series are read in it. */
export type Period = Readonly<{
  /** From here on a series is read, if it does not take place too often; before it as much as there is room for. */
  recent: number;
  /** From here on a series that takes place too often is read. */
  today: number;
  horizon: number;
  most: number;
}>;

/** So many that a daily series is read whole from `recent` to `horizon`. */
const mostOfSeries = 700;

/**
 * From the first of last month to the end of the month eighteen months from when it was fetched. The edges stay where they are for a
 * month, and for a day where a series takes place more than daily: reading a document again soon shows no other occurrences. They
 * only ever move forward, so that an occurrence to come, once shown, is shown until it has taken place.
 */
export const periodOf = (fetchedAt: string): Period => {
  const date = new Date(fetchedAt);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  return {
    recent: Date.UTC(year, month - 1, 1),
    today: Date.UTC(year, month, date.getUTCDate()) - day,
    horizon: Date.UTC(year, month + 19, 1) - 1_000,
    most: mostOfSeries,
  };
};
