import { property } from './components.js';
import { timeAt, type CalendarEvent, type Note } from './calendar-events.js';
import { dayMeantBy, epochOf, nameOf, type CalendarTime } from './date-time.js';
import { day, midnightOf } from './wall-clock.js';

/** An event that stands for an occurrence of a series (RECURRENCE-ID), or for all from one on. */
export type Override = Readonly<{
  event: CalendarEvent;
  /** The name of the occurrence that it stands for. */
  name: string;
  /** When that would have been. */
  instead: CalendarTime;
  /** When it is. */
  time: CalendarTime;
  /** It stands for all that follow too (RANGE=THISANDFUTURE). */
  following: boolean;
}>;

/** The occurrence that a RECURRENCE-ID or an EXDATE means: by the moment, or by the day where either is a whole day. */
export const occurrenceMeant = (
  id: CalendarTime,
  start: CalendarTime | undefined,
  times: readonly CalendarTime[],
): CalendarTime => {
  if (start === undefined) return id;
  if (start.allDay) return { ...start, wall: dayMeantBy(id) };
  if (id.allDay) {
    const thatDay = times.find(({ wall }) => midnightOf(wall) === id.wall);
    return thatDay ?? { ...start, wall: id.wall + (start.wall - midnightOf(start.wall)) };
  }
  // A time without a zone is on the clock of the series.
  if (id.floating && !start.floating) return { ...start, wall: id.written };
  // In a series whose zone nobody knows, the same digits mean the same time, even where one of the two is marked as UTC.
  const digits = start.assumed ? times.find(({ wall }) => wall === id.written) : undefined;
  return digits ?? id;
};

/** The overrides of a series, of those for one occurrence the first. */
export const overridesOf = (
  events: readonly CalendarEvent[],
  start: CalendarTime | undefined,
  times: readonly CalendarTime[],
  note: Note,
): Override[] => {
  const known = new Set<string>();
  // Found by the moment: one of an hour that clocks skip may be written in two ways.
  const occurrences = new Map(events.length === 0 ? [] : times.map((time) => [nameOf(time), time]));
  return events.flatMap((event) => {
    const id = timeAt(event, 'RECURRENCE-ID', note);
    if (id === undefined) return [];
    const meant = occurrenceMeant(id, start, times);
    const name = nameOf(meant);
    const instead = occurrences.get(name) ?? meant;
    if (known.has(name)) return [];
    known.add(name);
    const range = property(event.event, 'RECURRENCE-ID')?.parameters.get('RANGE')?.toUpperCase();
    const time = timeAt(event, 'DTSTART', note) ?? instead;
    return [{ event, name, instead, time, following: range === 'THISANDFUTURE' }];
  });
};

/** The last override for « this and all following » that an occurrence comes under, and when it is then: moved as far as that one was. */
export const followingOf = (
  overrides: readonly Override[],
  time: CalendarTime,
): { event: CalendarEvent; time: CalendarTime; first: CalendarTime } | undefined => {
  const found = overrides
    .filter(({ following, instead }) => following && wallIn(time, instead) <= time.wall)
    .toSorted((one, other) => wallIn(time, one.instead) - wallIn(time, other.instead))
    .at(-1);
  if (found === undefined) return undefined;
  const after = time.wall - wallIn(time, found.instead);
  const wall = found.time.wall + (found.time.allDay ? Math.round(after / day) * day : after);
  return { event: found.event, time: { ...found.time, wall }, first: found.time };
};

/** A time on the wall clock of another. */
const wallIn = ({ clockwork }: CalendarTime, of: CalendarTime): number =>
  of.allDay || of.clockwork === clockwork ? of.wall : clockwork.wallOf(of.clockwork.epochOf(of.wall));

/** The first override after which a series goes on by a rule of its own. */
export const renewalOf = (overrides: readonly Override[]): Override | undefined =>
  overrides
    .filter(
      ({ following, event }) => following && ['RRULE', 'DTSTART'].every((name) => event.event.properties.has(name)),
    )
    .toSorted((one, other) => epochOf(one.instead) - epochOf(other.instead))[0];

/** An override as a series of its own. */
export const asSeries = ({ event, ...calendar }: CalendarEvent): CalendarEvent => ({
  ...calendar,
  event: { ...event, properties: new Map([...event.properties].filter(([name]) => name !== 'RECURRENCE-ID')) },
});
