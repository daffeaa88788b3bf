import { instantOf, type Instant, type LocalDate, type TimeZone } from '@relais/vocabulary';
import type { Component, Property } from './content-lines.js';
import { defaultZoneOf, zoneOf } from './zones.js';

/** A DATE or DATE-TIME value (RFC 5545, 3.3.4 and 3.3.5) as it stands, and the zone it stands in. */
export type CalendarTime =
  | Readonly<{ kind: 'date'; date: LocalDate }>
  | Readonly<{
      kind: 'time';
      /** `YYYY-MM-DDTHH:mm:ss`, in `zone`. */
      local: string;
      zone: TimeZone;
      /** The calendar does not say which zone: the source's was taken. */
      assumed: boolean;
    }>;

const form = /^(\d{4})-?(\d{2})-?(\d{2})(?:T(\d{2}):?(\d{2}):?(\d{2})?(Z)?)?$/;

const exists = (year: string, month: string, day: string): boolean => {
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.getUTCDate() === Number(day);
};

/** Reads one value of a property; throws an Error that says what is wrong with it. */
export const calendarTime = (
  { name, parameters }: Property,
  value: string,
  calendar: Component,
  sourceZone: TimeZone,
): CalendarTime => {
  const [, year = '', month = '', day = '', hour, minute = '00', second = '00', utc] = form.exec(value.trim()) ?? [];
  if (year === '' || !exists(year, month, day)) throw new Error(`${name} is no date or time: «${value.slice(0, 40)}»`);
  const date = `${year}-${month}-${day}`;
  if (hour === undefined || parameters['VALUE'] === 'DATE') return { kind: 'date', date };
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) throw new Error(`${name} is no time: «${value}»`);
  const local = `${date}T${hour}:${minute}:${second === '60' ? '59' : second}`;
  if (utc) return { kind: 'time', local, zone: 'UTC', assumed: false };
  const tzid = parameters['TZID'];
  const named = tzid ? zoneOf(tzid, calendar) : defaultZoneOf(calendar);
  return { kind: 'time', local, zone: named ?? sourceZone, assumed: named === undefined };
};

export const instantOfTime = (time: CalendarTime): Instant =>
  time.kind === 'date' ? `${time.date}T00:00:00Z` : instantOf(time.local, time.zone);

/** A DURATION (RFC 5545, 3.3.6) in seconds; undefined for what is none. */
export const seconds = (duration: string): number | undefined => {
  const [all, sign, weeks, days, hours, minutes, secs] =
    /^([+-])?P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(duration.trim()) ?? [];
  if (all === undefined) return undefined;
  const total =
    Number(weeks ?? 0) * 604_800 + Number(days ?? 0) * 86_400 + Number(hours ?? 0) * 3_600 + Number(minutes ?? 0) * 60 + Number(secs ?? 0);
  return sign === '-' ? -total : total;
};
