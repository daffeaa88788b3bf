import { addDays, instantOf, type Instant } from '@relais/vocabulary';
import { centralEuropeanTime } from './central-european-time.js';

/** One event of a sample calendar, on local time (`YYYY-MM-DDTHH:mm`) or of whole days (`until` is the last of them). */
export type CalendarEvent = Readonly<{
  uid: string;
  title: string;
  description?: string;
  location?: string;
  url?: string;
}> &
  (Readonly<{ starts: string; ends?: string }> | Readonly<{ from: string; until: string }>);

export type SampleCalendar = Readonly<{
  product: string;
  name: string;
  description: string;
  zone: string;
  /** How this platform writes times: in UTC, in a zone that the document describes, or in a zone it only names. */
  times: 'utc' | 'zone-described' | 'zone-named';
  madeAt: Instant;
  events: readonly CalendarEvent[];
}>;

const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n');
const compact = (local: string): string => `${local.replace(/[-:]/g, '')}${local.length === 16 ? '00' : ''}`;
const stamp = (instant: Instant): string => `${instant.slice(0, 19).replace(/[-:]/g, '')}Z`;

/** Lines of at most 75 octets (RFC 5545, 3.1), never broken within a character. */
const folded = (line: string): string => {
  let [out, length] = ['', 0];
  for (const character of line) {
    const size = new TextEncoder().encode(character).length;
    if (length + size > 75) [out, length] = [`${out}\r\n `, 1];
    [out, length] = [out + character, length + size];
  }
  return out;
};

const timed = (property: string, local: string, { times, zone }: SampleCalendar): string =>
  times === 'utc' ? `${property}:${stamp(instantOf(local, zone))}` : `${property};TZID=${zone}:${compact(local)}`;

const timesOf = (event: CalendarEvent, calendar: SampleCalendar): string[] =>
  'from' in event
    ? [`DTSTART;VALUE=DATE:${compact(event.from)}`, `DTEND;VALUE=DATE:${compact(addDays(event.until, 1))}`]
    : [timed('DTSTART', event.starts, calendar), ...(event.ends ? [timed('DTEND', event.ends, calendar)] : [])];

/** An iCalendar document (RFC 5545) as platforms publish them. Its name must say that it is a sample. */
export const calendarDocument = (calendar: SampleCalendar): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:${calendar.product}`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(calendar.name)}`,
    `X-WR-CALDESC:${escaped(calendar.description)}`,
    ...(calendar.times === 'zone-described' ? centralEuropeanTime(calendar.zone) : []),
    ...calendar.events.flatMap((event) => [
      'BEGIN:VEVENT',
      `UID:${event.uid}`,
      `DTSTAMP:${stamp(calendar.madeAt)}`,
      ...timesOf(event, calendar),
      `SUMMARY:${escaped(event.title)}`,
      ...(event.description ? [`DESCRIPTION:${escaped(event.description)}`] : []),
      ...(event.location ? [`LOCATION:${escaped(event.location)}`] : []),
      ...(event.url ? [`URL:${event.url}`] : []),
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n');
