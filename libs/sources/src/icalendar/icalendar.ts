import { decodedText } from '../decoded-text.js';
import { httpUrl } from '../report.js';
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
import { componentsOf, property, textOf, type Component } from './components.js';
import { reportsOf, type Reading } from './event-reports.js';
import { zonesOf } from './zones.js';

/** How much of one document is read at most. */
const mostEvents = 10_000;
const mostOccurrences = 100_000;
const mostErrors = 1_000;

const eventsOf = (roots: readonly Component[], { zone }: Fetched): CalendarEvent[] =>
  roots.flatMap((calendar) => {
    const events =
      calendar.name === 'VEVENT' ? [calendar] : calendar.components.filter(({ name }) => name === 'VEVENT');
    const zones = zonesOf(calendar, zone);
    const cancelledByMethod = property(calendar, 'METHOD')?.value.toUpperCase() === 'CANCEL';
    return events.map((event) => ({ event, zones, cancelledByMethod }));
  });

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
  const { roots, errors: lineErrors } = componentsOf(decodedText(fetched.body, fetched.mediaType));
  const events = eventsOf(roots, fetched);
  const errors: ReadingError[] = [...lineErrors];
  const reports: Report[] = [];
  const withdrawn: ItemKey[] = [];
  const note = (where: string, what: string): void => {
    if (errors.length < mostErrors) errors.push({ where, what });
  };
  const reading: Reading = { fetched, period, budget: { occurrences: mostOccurrences }, note };
  for (const [uid, group] of Map.groupBy(events.slice(0, mostEvents), uidOf)) {
    const found = reportsOf(uid, group, reading);
    reports.push(...found.reports);
    withdrawn.push(...found.withdrawn);
  }
  if (events.length > mostEvents) note('the calendar', `more than ${mostEvents} events; the rest was not read`);
  if (roots.length === 0) throw new UnreadableDocument('iCalendar without a component; expected BEGIN:VCALENDAR');
  const title = roots.map((calendar) => textOf(calendar, 'X-WR-CALNAME') ?? textOf(calendar, 'NAME')).find(Boolean);
  // The page of the calendar (RFC 7986, 5.5); a bare event's URL is the event's.
  const link = roots
    .filter(({ name }) => name === 'VCALENDAR')
    .map((calendar) => httpUrl(textOf(calendar, 'URL'), fetched.url))
    .find(Boolean);
  return {
    ...(title && { title }),
    ...(link && { link }),
    reports,
    ...(withdrawn.length > 0 && { withdrawn }),
    errors,
  };
};

/** iCalendar (RFC 5545), tolerantly: errors are of a line or of an event, never of the file. */
export const icalendar: SourceFormat = {
  name: 'icalendar',
  recognises: (_fetched, text) => /^[^<{[]{0,500}?BEGIN\s*:\s*V(CALENDAR|EVENT)/i.test(text),
  async read(fetched) {
    return readCalendar(fetched);
  },
};
