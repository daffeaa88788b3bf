import type { TimeZone } from '@relais/vocabulary';
import type { CalendarEvent } from './calendar-events.js';
import { property, type Component } from './components.js';
import { byUid } from './uids.js';
import { zoneMemory, zonesOf } from './zones.js';

/** The VEVENTs of all the calendars of a document, and those that stand in none, by their UIDs; and how many were left. */
export const declaredEvents = (
  roots: readonly Component[],
  zone: TimeZone,
  most: number,
): { groups: ReadonlyMap<string, readonly CalendarEvent[]>; left: number } => {
  const memory = zoneMemory();
  const events = roots.flatMap((calendar): CalendarEvent[] => {
    const own = calendar.name === 'VEVENT' ? [calendar] : calendar.components.filter(({ name }) => name === 'VEVENT');
    const zones = zonesOf(calendar, zone, memory);
    const cancelledByMethod = property(calendar, 'METHOD')?.value.toUpperCase() === 'CANCEL';
    return own.map((event) => ({ event, zones, cancelledByMethod }));
  });
  return { groups: byUid(events.slice(0, most)), left: Math.max(0, events.length - most) };
};
