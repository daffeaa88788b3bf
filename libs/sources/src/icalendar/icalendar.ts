import { decodedText } from '../decoded-text.js';
import { UnreadableDocument, type Fetched, type ReadDocument, type ReadingError, type Report, type SourceFormat } from '../source-format.js';
import { componentsOf, property, textOf, type Component } from './content-lines.js';
import { reportsOf, type EventInCalendar } from './event-reports.js';

/** How many events of one document are read at most. */
const mostEvents = 5_000;

const eventsOf = (roots: readonly Component[]): EventInCalendar[] =>
  roots.flatMap((calendar) => {
    const events = calendar.name === 'VEVENT' ? [calendar] : calendar.components.filter(({ name }) => name === 'VEVENT');
    const cancelledByMethod = property(calendar, 'METHOD')?.value.toUpperCase() === 'CANCEL';
    return events.map((event) => ({ event, calendar, cancelledByMethod }));
  });

/** An event without a UID is known by what it says. */
const uidOf = ({ event }: EventInCalendar): string =>
  textOf(event, 'UID') ?? `${property(event, 'DTSTART')?.value ?? ''} ${textOf(event, 'SUMMARY') ?? ''}`.trim();

const read = (fetched: Fetched): ReadDocument => {
  const roots = componentsOf(decodedText(fetched.body, fetched.mediaType));
  const events = eventsOf(roots);
  const errors: ReadingError[] = roots.flatMap(unreadableIn);
  const reports: Report[] = [];
  for (const [uid, group] of Map.groupBy(events.slice(0, mostEvents), uidOf))
    try {
      reports.push(...reportsOf(uid, group, fetched));
    } catch (error) {
      errors.push({ where: uid, what: (error as Error).message });
    }
  if (events.length > mostEvents) errors.push({ where: 'the document', what: `more than ${mostEvents} events, the rest was not read` });
  const title = roots.map((calendar) => textOf(calendar, 'X-WR-CALNAME') ?? textOf(calendar, 'NAME')).find(Boolean);
  return { ...(title && { title }), reports, errors };
};

const unreadableIn = (component: Component): ReadingError[] => [
  ...component.unreadable.map((what) => ({ where: component.name, what: `not a content line: «${what}»` })),
  ...component.components.flatMap(unreadableIn),
];

/** iCalendar (RFC 5545), tolerantly: errors are of a line or of an event, never of the file. */
export const icalendar: SourceFormat = {
  name: 'icalendar',
  recognises: (_fetched, text) => /^BEGIN:V(CALENDAR|EVENT)/i.test(text),
  async read(fetched) {
    const document = read(fetched);
    if (document.reports.length === 0 && document.errors.length > 0)
      throw new UnreadableDocument(`a calendar of which nothing could be read; first: ${document.errors[0]?.what}`);
    return document;
  },
};
