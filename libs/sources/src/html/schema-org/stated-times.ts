import type { Json } from '../../json-document.js';
import type { StatedTime } from '../../stated-time.js';
import { endAfter } from '../duration.js';
import { textAt } from './nodes.js';

const bracketed = /\[([A-Za-z_]+\/[A-Za-z_/+-]+)\]$/;
/** From the first to the last minute of days is how calendars of websites write whole days. */
const areWholeDays = (starts: string, ends: string | undefined): boolean =>
  /[T ]00:00(:00)?/.test(starts) && ends !== undefined && /[T ]23:59(:\d{2})?/.test(ends);

/** When an event is, in the words of the page. */
export const timeOf = (event: Json): StatedTime => {
  const [said, until, duration] = [textAt(event, 'startDate'), textAt(event, 'endDate'), textAt(event, 'duration')];
  const zone = bracketed.exec(said ?? '')?.[1] ?? textAt(event, 'timezone', 'scheduleTimezone');
  const starts = said?.replace(bracketed, '');
  const ends = until?.replace(bracketed, '') ?? (starts && duration ? endAfter(starts, duration) : undefined);
  return { starts, ends, zone, allDay: starts !== undefined && areWholeDays(starts, ends) };
};
