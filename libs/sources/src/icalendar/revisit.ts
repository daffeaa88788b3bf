import { revisitOf } from '../revisit.js';
import type { Revisit } from '../source-format.js';
import { property, type Component } from './components.js';
import { durationOf } from './date-time.js';

/** How often to look at a calendar again: REFRESH-INTERVAL (RFC 7986, 5.7), or what was written before there was one. */
export const calendarRevisit = (roots: readonly Component[]): Revisit | undefined => {
  const calendars = roots.filter(({ name }) => name === 'VCALENDAR');
  const said = ['REFRESH-INTERVAL', 'X-PUBLISHED-TTL'].flatMap((name) =>
    calendars.map((calendar) => durationOf(property(calendar, name)?.value ?? '')),
  );
  return revisitOf({ minutes: said.map((duration) => duration && duration / 60_000) });
};
