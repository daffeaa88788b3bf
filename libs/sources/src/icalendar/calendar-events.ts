import { properties, property, type Component } from './components.js';
import type { Property } from './content-lines.js';
import { calendarTime, durationOf, epochOf, type CalendarTime } from './date-time.js';
import type { Zones } from './zones.js';

/** A VEVENT with what its calendar says of all its events. */
export type CalendarEvent = Readonly<{ event: Component; zones: Zones; cancelledByMethod: boolean }>;

/** Names what could not be used; the rest of the event is read. */
export type Note = (what: string) => void;

/** What belongs to one UID: the event or series itself, and the occurrences that differ from it. */
export type UidGroup = Readonly<{ masters: readonly CalendarEvent[]; overrides: readonly CalendarEvent[] }>;

export const sequenceOf = ({ event }: CalendarEvent): number => Number(property(event, 'SEQUENCE')?.value) || 0;
const stampOf = ({ event }: CalendarEvent): string => property(event, 'DTSTAMP')?.value ?? '';

const newestFirst = (one: CalendarEvent, other: CalendarEvent): number =>
  sequenceOf(other) - sequenceOf(one) || stampOf(other).localeCompare(stampOf(one));

export const recurs = ({ event }: CalendarEvent): boolean =>
  event.properties.has('RRULE') || event.properties.has('RDATE');

/** Splits a group; of several versions of one event (RFC 5546) the newest counts, but events that only share a UID all do. */
export const groupOf = (events: readonly CalendarEvent[]): UidGroup => {
  const overrides = events.filter(({ event }) => event.properties.has('RECURRENCE-ID')).toSorted(newestFirst);
  const masters = events.filter(({ event }) => !event.properties.has('RECURRENCE-ID')).toSorted(newestFirst);
  const newest = masters[0];
  const versions = newest !== undefined && masters.some((one) => recurs(one) || sequenceOf(one) !== sequenceOf(newest));
  if (versions) return { masters: [newest], overrides };
  const starts = new Set<string>();
  const distinct = masters.filter((one) => {
    const start = property(one.event, 'DTSTART')?.value ?? '';
    return starts.has(start) ? false : starts.add(start);
  });
  return { masters: distinct, overrides };
};

/** The time of a property; undefined, and noted, where it cannot be read. */
export const timeAt = ({ event, zones }: CalendarEvent, name: string, note: Note): CalendarTime | undefined => {
  const found = property(event, name);
  return found && timeIn(found, found.value, zones, note);
};

/** A time of a list; of a period also how long it takes, in milliseconds on the wall clock. */
export type ListedTime = CalendarTime & Readonly<{ length?: number | undefined }>;

/** The times of a property that lists them, as far as the document's budget goes. */
export const timesAt = (
  { event, zones }: CalendarEvent,
  name: string,
  budget: { listed: number },
  note: Note,
): ListedTime[] => {
  const times: ListedTime[] = [];
  for (const found of properties(event, name))
    for (const value of found.value.split(',')) {
      if (value.trim() === '') continue;
      if (budget.listed-- <= 0) {
        note(`too many dates in this document; the rest of ${name} was not read`);
        return times;
      }
      const [starts = '', ends] = value.split('/');
      const time = timeIn(found, starts, zones, note);
      if (time) times.push(ends === undefined ? time : { ...time, length: lengthTo(ends, time, found, zones, note) });
    }
  return times;
};

/** A period ends at a time or after a duration (RFC 5545, 3.3.9). */
const lengthTo = (ends: string, start: CalendarTime, found: Property, zones: Zones, note: Note): number | undefined => {
  const end = /^[+-]?P/i.test(ends.trim()) ? undefined : timeIn(found, ends, zones, note);
  const length = end ? start.clockwork.wallOf(epochOf(end)) - start.wall : durationOf(ends);
  return length !== undefined && length > 0 ? length : undefined;
};

const timeIn = (found: Property, value: string, zones: Zones, note: Note): CalendarTime | undefined => {
  try {
    const time = calendarTime(found, value, zones);
    if (time.assumed && found.parameters.has('TZID'))
      note(`unknown zone: «${found.parameters.get('TZID')?.slice(0, 60)}»`);
    return time;
  } catch (error) {
    note((error as Error).message);
    return undefined;
  }
};
