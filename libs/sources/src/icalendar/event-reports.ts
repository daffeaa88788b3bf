import { addDays, type Instant, type When } from '@relais/vocabulary';
import { dateOf } from '../dates.js';
import { httpUrl, reportOf } from '../report.js';
import type { Fetched, Report } from '../source-format.js';
import { property, textOf, type Component } from './content-lines.js';
import { calendarTime, instantOfTime, seconds, type CalendarTime } from './date-time.js';
import { placeOf } from './place.js';
import { occurrences, wallClock } from './recurrence.js';

/** A VEVENT and where it stands. */
export type EventInCalendar = Readonly<{ event: Component; calendar: Component; cancelledByMethod: boolean }>;

const day = 86_400_000;

const timeOf = ({ event, calendar }: EventInCalendar, name: string, { zone }: Fetched): CalendarTime | undefined => {
  const found = property(event, name);
  return found && calendarTime(found, found.value, calendar, zone);
};

/** How long it takes, in milliseconds on the wall clock; undefined where it does not say. */
const length = (one: EventInCalendar, start: CalendarTime, fetched: Fetched): number | undefined => {
  const end = timeOf(one, 'DTEND', fetched);
  if (end !== undefined) return Date.parse(instantOfTime(end)) - Date.parse(instantOfTime(start));
  const duration = seconds(property(one.event, 'DURATION')?.value ?? '');
  return duration === undefined ? undefined : duration * 1_000;
};

/** DTEND is exclusive: of a day it is the day after the last. A missing or reversed end stays unknown. */
const whenAt = (start: CalendarTime, lasting: number | undefined): When => {
  if (start.kind === 'date') {
    const days = Math.max(1, Math.round((lasting ?? 0) / day));
    return { kind: 'all-day', from: start.date, until: addDays(start.date, days - 1) };
  }
  const starts = instantOfTime(start);
  const ends = lasting !== undefined && lasting > 0 ? iso(Date.parse(starts) + lasting) : undefined;
  return { kind: 'timed', starts, ...(ends && { ends }), zone: start.zone, ...(start.assumed && { zoneAssumed: true as const }) };
};

const iso = (epoch: number): Instant => new Date(epoch).toISOString().replace('.000Z', 'Z');

/** One report per VEVENT, or one per occurrence of a series; `uid` is its own, or made by the caller where it has none. */
export const reportsOf = (uid: string, group: readonly EventInCalendar[], fetched: Fetched): Report[] => {
  const overrides = group.filter(({ event }) => property(event, 'RECURRENCE-ID'));
  const masters = group.filter((one) => !overrides.includes(one));
  const master = masters.toSorted((one, other) => sequence(other) - sequence(one))[0];
  const rules = master?.event.properties.filter(({ name }) => name === 'RRULE').map(({ value }) => value) ?? [];
  const extra = master?.event.properties.some(({ name }) => name === 'RDATE') ?? false;
  const own = overrides.map((one) => {
    const id = timeOf(one, 'RECURRENCE-ID', fetched);
    return report(one, `${uid} ${id ? instantOfTime(id) : ''}`, timeOf(one, 'DTSTART', fetched), fetched);
  });
  if (master === undefined) return own;
  const start = timeOf(master, 'DTSTART', fetched);
  if (start === undefined || (rules.length === 0 && !extra)) return [report(master, uid, start, fetched, [uid]), ...own];
  const replaced = new Set(own.map(({ item }) => item));
  const series = timesOf(master, start, rules, fetched).map((time) =>
    report(master, `${uid} ${instantOfTime(time)}`, time, fetched, [], rules[0]),
  );
  return [...series.filter(({ item }) => !replaced.has(item)), ...own];
};

const sequence = ({ event }: EventInCalendar): number => Number(property(event, 'SEQUENCE')?.value ?? 0) || 0;

const timesOf = (one: EventInCalendar, start: CalendarTime, rules: readonly string[], fetched: Fetched): CalendarTime[] => {
  const listed = (name: string): CalendarTime[] =>
    one.event.properties
      .filter((found) => found.name === name)
      .flatMap((found) => found.value.split(',').map((value) => calendarTime(found, value.split('/')[0] ?? '', one.calendar, fetched.zone)));
  const at = (local: string): CalendarTime =>
    start.kind === 'date' ? { kind: 'date', date: local.slice(0, 10) } : { ...start, local };
  const excluded = new Set(listed('EXDATE').map((time) => (time.kind === 'date' ? time.date : instantOfTime(time))));
  const all = [...occurrences(start, rules, horizonOf(fetched)).map(at), ...listed('RDATE')];
  return all.filter((time) => !excluded.has(instantOfTime(time)) && !excluded.has(wallClock(time).slice(0, 10)));
};

/** To the end of the month eighteen months from when it was fetched: a horizon that stays for a month shows no new items each hour. */
const horizonOf = ({ fetchedAt }: Fetched): string => {
  const date = new Date(fetchedAt);
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 19, 0, 23, 59, 59)).toISOString().slice(0, 19);
};

const report = (
  one: EventInCalendar,
  item: string,
  start: CalendarTime | undefined,
  fetched: Fetched,
  aliases: readonly string[] = [],
  recurrence?: string,
): Report => {
  const { event } = one;
  const place = placeOf(event);
  const published = dateOf(property(event, 'CREATED')?.value ?? '');
  const status = one.cancelledByMethod ? 'cancelled' : statuses[property(event, 'STATUS')?.value.toUpperCase() ?? ''];
  const link = httpUrl(property(event, 'URL')?.value, fetched.url);
  const categories = (textOf(event, 'CATEGORIES') ?? '').split(',').map((theme) => theme.trim()).filter(Boolean);
  return reportOf({
    kind: 'gathering',
    item,
    title: textOf(event, 'SUMMARY'),
    html: textOf(event, 'X-ALT-DESC') ?? escaped(textOf(event, 'DESCRIPTION') ?? ''),
    link,
    base: fetched.url,
    updated: dateOf(property(event, 'LAST-MODIFIED')?.value ?? ''),
    recurrence,
    ...(start && { when: whenAt(start, length(one, start, fetched)) }),
    ...(place && { place }),
    ...(published && { published }),
    ...(status && { status }),
    ...(aliases.length > 0 && { aliases }),
    ...(categories.length > 0 && { themes: categories }),
  });
};

const statuses: Readonly<Record<string, 'confirmed' | 'tentative' | 'cancelled'>> = {
  CONFIRMED: 'confirmed',
  TENTATIVE: 'tentative',
  CANCELLED: 'cancelled',
};

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>');
