import { Temporal } from 'temporal-polyfill';
import type { Instant, LocalDate, TimeZone, When } from './time.js';

/** A wall-clock time (`2016-07-21T12:00`) in a zone as an instant; a time that a DST gap skips moves forward, a repeated one is the first. */
export const instantOf = (local: string, zone: TimeZone): Instant =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(zone, { disambiguation: 'compatible' }).toInstant().toString();

/** The day and wall-clock time of an instant in a zone. */
export const localTime = (instant: Instant, zone: TimeZone): { date: LocalDate; time: string } => {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime();
  return { date: local.toPlainDate().toString(), time: local.toPlainTime().toString({ smallestUnit: 'minute' }) };
};

/** Whether the runtime knows a zone by this name. */
export const isTimeZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
};

/** The first and the last day of a gathering where it takes place. */
export const daysOf = (when: When): { from: LocalDate; until: LocalDate } =>
  when.kind === 'all-day'
    ? { from: when.from, until: when.until }
    : {
        from: localTime(when.starts, when.zone).date,
        until: localTime(when.ends ?? when.starts, when.zone).date,
      };

/** A day some days later (or earlier, if negative). */
export const addDays = (date: LocalDate, days: number): LocalDate =>
  Temporal.PlainDate.from(date).add({ days }).toString();

/** Whether a text is a day that exists, as `YYYY-MM-DD`. */
export const isLocalDate = (text: string): text is LocalDate => {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  return date !== undefined && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
};
