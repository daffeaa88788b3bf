import type { CalendarEvent } from './calendar-events.js';
import { property, textOf } from './components.js';

const urlOf = ({ event }: CalendarEvent): string | undefined => textOf(event, 'URL');

const dateAndName = ({ event }: CalendarEvent): string =>
  `${property(event, 'DTSTART')?.value ?? ''} ${textOf(event, 'SUMMARY') ?? ''}`.trim() || 'without UID';

/**
 * The events of a document by their UID. One without is known by its URL, if that is not the address of several; by when it is and
 * what it is called; or, where that is said of several, by its place as well. Two of them are never taken for two versions of one.
 */
export const byUid = (events: readonly CalendarEvent[]): Map<string, CalendarEvent[]> => {
  const unnamed = events.filter(({ event }) => textOf(event, 'UID') === undefined);
  const sharing = [urlOf, dateAndName].map((nameOf) => Map.groupBy(unnamed, nameOf));
  const isOnly = (name: string | undefined): name is string =>
    name !== undefined && sharing.every((groups) => (groups.get(name)?.length ?? 1) === 1);
  return Map.groupBy(events, (one) => {
    const names = [textOf(one.event, 'UID'), [urlOf(one), dateAndName(one)].find(isOnly)];
    return (
      names.find((name) => name !== undefined) ?? `${dateAndName(one)} ${textOf(one.event, 'LOCATION') ?? ''}`.trim()
    );
  });
};
