import type { Instant, LocalDate, TimeZone } from '@relais/vocabulary';
import type { Property } from './content-lines.js';
import { instantText, midnightOf, utc, wallAt, wallText, type Clockwork, type Wall } from './wall-clock.js';
import type { Zones } from './zones.js';

/** A DATE or DATE-TIME (RFC 5545, 3.3.4 and 3.3.5) and the zone it recurs in. */
export type CalendarTime = Readonly<{
  wall: Wall;
  /** Its digits as they stand, whatever zone they are in. */
  written: Wall;
  /** A whole day; then `wall` is its midnight. */
  allDay: boolean;
  clockwork: Clockwork;
  /** The zone it is shown in. */
  zone: TimeZone;
  /** The calendar does not say which zone: the source's was taken. */
  assumed: boolean;
  /** A time without a zone of its own. */
  floating: boolean;
}>;

const form = /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ](\d{2}):?(\d{2}):?(\d{2})?(?:[.,]\d{1,9})?(Z|[+-]\d{2}:?\d{2})?|Z)?$/i;

/** Reads one value of a property; throws an Error that says what is wrong with it. */
export const calendarTime = ({ name, parameters }: Property, value: string, zones: Zones): CalendarTime => {
  const [all, year, month, day, hour, minute, second, offset] = form.exec(value.trim()) ?? [];
  if (all === undefined) throw new Error(`${name} is no date or time: «${value.slice(0, 40)}»`);
  // VALUE=DATE with an hour in it is a time all the same: the value says more than its label.
  const allDay = hour === undefined;
  const clock: [number, number, number] = allDay ? [0, 0, 0] : [Number(hour), Number(minute ?? 0), Number(second ?? 0)];
  const wall = existing(name, value, () => wallAt(Number(year), Number(month), Number(day), ...clock));
  const { own, source } = zones;
  const tzid = parameters.get('TZID');
  const shown = own?.name ?? source.name ?? 'UTC';
  const known = { written: wall, allDay, zone: shown, assumed: false, floating: false };
  if (allDay) return { ...known, wall, clockwork: utc };
  if (offset !== undefined && !/^z$/i.test(offset)) {
    const { name: zone = shown, clockwork } = (tzid && zones.named(tzid)) || (own ?? source);
    return { ...known, wall: clockwork.wallOf(wall - millisecondsOf(offset)), clockwork, zone };
  }
  // An instant recurs in the zone that its calendar is kept in, where it says so. With a TZID it was never meant as one.
  if (offset !== undefined && !tzid)
    return { ...known, wall: own?.clockwork.wallOf(wall) ?? wall, clockwork: own?.clockwork ?? utc };
  const named = tzid ? zones.named(tzid) : own;
  const { name: zone, clockwork } = named ?? (tzid ? zones.fallback() : source);
  return { ...known, wall, clockwork, zone: zone ?? shown, assumed: named === undefined, floating: !tzid };
};

/** `+01:00` in milliseconds. */
const millisecondsOf = (offset: string): number => {
  const [hours, minutes] = [Number(offset.slice(1, 3)), Number(offset.slice(-2))];
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
};

const existing = (name: string, value: string, read: () => Wall): Wall => {
  try {
    return read();
  } catch (error) {
    throw new Error(`${name} does not exist: «${value.slice(0, 40)}»`, { cause: error });
  }
};

export const epochOf = ({ wall, clockwork }: CalendarTime): number => clockwork.epochOf(wall);

/** A time on the wall clock of an event; one without a zone is of the event's own. */
export const wallFor = (event: CalendarTime, time: CalendarTime): Wall =>
  time.floating && !event.floating ? time.written : event.clockwork.wallOf(epochOf(time));

export const dayOf = ({ wall }: CalendarTime): LocalDate => wallText(wall).slice(0, 10);

/** The day that a time means where whole days are spoken of: midnight in UTC is how some programs write a date. */
export const dayMeantBy = ({ wall, written, allDay }: CalendarTime): Wall =>
  allDay || written === midnightOf(written) ? midnightOf(written) : midnightOf(wall);

/** How a time is named within a key: a day as such, a moment as an instant. */
export const nameOf = (time: CalendarTime): LocalDate | Instant =>
  time.allDay ? dayOf(time) : instantText(epochOf(time));

/** A DURATION (RFC 5545, 3.3.6) in milliseconds on the wall clock; undefined for what is none. */
export const durationOf = (value: string): number | undefined => {
  const [all, sign, weeks, days, hours, minutes, seconds] =
    /^([+-])?P(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,7})M)?(?:(\d{1,8})S)?)?$/i.exec(value.trim()) ??
    [];
  if (all === undefined || !/\d/.test(all)) return undefined;
  const [w, d, h, m, s] = [weeks, days, hours, minutes, seconds].map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
  ];
  return (sign === '-' ? -1 : 1) * (w * 604_800 + d * 86_400 + h * 3_600 + m * 60 + s) * 1_000;
};
