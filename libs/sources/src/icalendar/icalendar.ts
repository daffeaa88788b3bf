import { decodedText } from '../decoded-text.js';
import {
  UnreadableDocument,
  type Fetched,
  type ReadDocument,
  type ReadingError,
  type Report,
  type SourceFormat,
} from '../source-format.js';
import type { ItemKey } from '@relais/vocabulary';
import { uidOf, type CalendarEvent } from './calendar-events.js';
import { componentsOf, property, type Component } from './components.js';
import { reportsOf, type Reading } from './event-reports.js';
import { wholeCharacters } from './folded-characters.js';
import { headingOf } from './heading.js';
import { zoneMemory, zonesOf } from './zones.js';

/** How much of one document is read at most. */
const mostEvents = 10_000;
const mostOccurrences = 50_000;
const mostListed = 50_000;
const mostErrors = 1_000;

const eventsOf = (roots: readonly Component[], { zone }: Fetched): CalendarEvent[] => {
  const memory = zoneMemory();
  return roots.flatMap((calendar) => {
    const events =
      calendar.name === 'VEVENT' ? [calendar] : calendar.components.filter(({ name }) => name === 'VEVENT');
    const zones = zonesOf(calendar, zone, memory);
    const cancelledByMethod = property(calendar, 'METHOD')?.value.toUpperCase() === 'CANCEL';
    return events.map((event) => ({ event, zones, cancelledByMethod }));
  });
};

/** To the end of the month eighteen months from when it was fetched: a horizon that stays for a month shows no new items each hour. */
const periodOf = ({ fetchedAt }: Fetched): Reading['period'] => {
  const date = new Date(fetchedAt);
  return {
    fetchedAt: date.getTime(),
    horizon: Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 19, 1) - 1_000,
    most: 500,
  };
};

/** Reads a calendar, its series over a period: for comparing them over another than the hub's own. */
export const readCalendar = (fetched: Fetched, period = periodOf(fetched)): ReadDocument => {
  const { roots, errors: lineErrors } = componentsOf(decodedText(wholeCharacters(fetched.body), fetched.mediaType));
  const events = eventsOf(roots, fetched);
  const errors: ReadingError[] = [...lineErrors];
  const reports: Report[] = [];
  const withdrawn: ItemKey[] = [];
  const note = (where: string, what: string): void => {
    if (errors.length < mostErrors) errors.push({ where, what });
  };
  const reading: Reading = { fetched, period, budget: { occurrences: mostOccurrences, listed: mostListed }, note };
  for (const [uid, group] of Map.groupBy(events.slice(0, mostEvents), uidOf)) {
    const found = reportsOf(uid, group, reading);
    reports.push(...found.reports);
    withdrawn.push(...found.withdrawn);
  }
  if (events.length > mostEvents) note('the calendar', `more than ${mostEvents} events; the rest was not read`);
  if (roots.length === 0) throw new UnreadableDocument('iCalendar without a component; expected BEGIN:VCALENDAR');
  return { ...headingOf(roots, fetched.url), reports, ...(withdrawn.length > 0 && { withdrawn }), errors };
};

/** iCalendar (RFC 5545), tolerantly: errors are of a line or of an event, never of the file. */
export const icalendar: SourceFormat = {
  name: 'icalendar',
  recognises: (_fetched, text) => /^[^<{[]{0,500}?BEGIN\s*:\s*V(CALENDAR|EVENT)/i.test(text),
  async read(fetched) {
    return readCalendar(fetched);
  },
};
