/** One event of a sample calendar, on local time. */
export type CalendarEvent = Readonly<{
  uid: string;
  title: string;
  location?: string;
  url?: string;
}> &
  (Readonly<{ starts: string; ends?: string }> | Readonly<{ from: string; until: string }>);

export type SampleCalendar = Readonly<{
  product: string;
  name: string;
  description: string;
  zone: string;
  events: readonly CalendarEvent[];
}>;

const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n');
const compact = (local: string): string => `${local.replace(/[-:]/g, '')}${local.length === 16 ? '00' : ''}`;

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

const dayAfter = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

const times = (event: CalendarEvent, zone: string): string[] =>
  'from' in event
    ? [`DTSTART;VALUE=DATE:${compact(event.from)}`, `DTEND;VALUE=DATE:${compact(dayAfter(event.until))}`]
    : [
        `DTSTART;TZID=${zone}:${compact(event.starts)}`,
        ...(event.ends ? [`DTEND;TZID=${zone}:${compact(event.ends)}`] : []),
      ];

/** An iCalendar document as platforms publish them: with TZID, and without a VTIMEZONE. */
export const calendarDocument = ({ product, name, description, zone, events }: SampleCalendar): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:${product}`,
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    `X-WR-CALDESC:${escaped(description)}`,
    ...events.flatMap((event) => [
      'BEGIN:VEVENT',
      `UID:${event.uid}`,
      ...times(event, zone),
      `SUMMARY:${escaped(event.title)}`,
      ...(event.location ? [`LOCATION:${escaped(event.location)}`] : []),
      ...(event.url ? [`URL:${event.url}`] : []),
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n');
