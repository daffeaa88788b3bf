import {
  UnreadableDocument,
  type Fetched,
  type ReadDocument,
  type ReadingError,
  type Report,
  type SourceFormat,
} from '../source-format.js';
import type { ItemKey } from '@relais/vocabulary';
import { componentsOf } from './components.js';
import { declaredEvents } from './declared-events.js';
import { reportsOf, type Reading } from './event-reports.js';
import { calendarText } from './folded-characters.js';
import { headingOf } from './heading.js';
import { periodOf } from './period.js';
import { calendarRevisit } from './revisit.js';

/** How much of one document is read at most. */
const mostEvents = 10_000;
const mostOccurrences = 50_000;
const mostListed = 50_000;
const mostPeriods = 300_000;
const mostErrors = 1_000;

/** Reads a calendar, its series over a period: for comparing them over another than the hub's own. */
export const readCalendar = (fetched: Fetched, period = periodOf(fetched.fetchedAt)): ReadDocument => {
  const { roots, errors: lineErrors } = componentsOf(calendarText(fetched));
  const { groups, left } = declaredEvents(roots, fetched.zone, mostEvents);
  const errors: ReadingError[] = [...lineErrors];
  const reports: Report[] = [];
  const withdrawn: ItemKey[] = [];
  const note = (where: string, what: string): void => {
    if (errors.length < mostErrors) errors.push({ where, what });
  };
  const budget = { occurrences: mostOccurrences, listed: mostListed, periods: mostPeriods };
  const reading: Reading = { fetched, period, budget, note };
  for (const [uid, group] of groups) {
    const found = reportsOf(uid, group, reading);
    reports.push(...found.reports);
    withdrawn.push(...found.withdrawn);
  }
  if (left > 0) note('the calendar', `more than ${mostEvents} events; the rest was not read`);
  if (roots.length === 0) throw new UnreadableDocument('iCalendar without a component; expected BEGIN:VCALENDAR');
  const revisit = calendarRevisit(roots);
  return {
    ...headingOf(roots, fetched.url),
    reports,
    ...(withdrawn.length > 0 && { withdrawn }),
    errors,
    ...(revisit && { revisit }),
  };
};

/** iCalendar (RFC 5545), tolerantly: errors are of a line or of an event, never of the file. */
export const icalendar: SourceFormat = {
  name: 'icalendar',
  recognises: (_fetched, text) =>
    /^[^<{[]{0,500}?BEGIN\s*:\s*V(CALENDAR|EVENT)/i.test(text) ||
    // What PHP says before the calendar that it was asked for.
    /^<br ?\/?>\s*<b>[^]{0,2000}?^BEGIN:VCALENDAR/m.test(text),
  async read(fetched) {
    return readCalendar(fetched);
  },
};
