import type { StatedTime } from '../../stated-time.js';
import { endAfter } from '../duration.js';
import { isObject, type Json } from '../../json-document.js';
import { listOf, textAt } from './nodes.js';

const bracketed = /\[([A-Za-z_]+\/[A-Za-z_/+-]+)\]$/;
/** From the first to the last minute of days is how calendars of websites write whole days. */
const areWholeDays = (starts: string, ends: string | undefined): boolean =>
  /[T ]00:00(:00)?/.test(starts) && ends !== undefined && /[T ]23:59(:\d{2})?/.test(ends);

/** The first schedule of an event that takes place again and again. */
export const scheduleOf = (event: Json): Json | undefined => listOf(event['eventSchedule']).find(isObject);

/** The first time of a schedule: its day, and its hours beside it. */
const firstOf = (schedule: Json): StatedTime => {
  const [said, from, until] = [
    textAt(schedule, 'startDate'),
    textAt(schedule, 'startTime'),
    textAt(schedule, 'endTime'),
  ];
  const timed = said !== undefined && from !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(said);
  const zone = textAt(schedule, 'scheduleTimezone');
  return timed ? { starts: `${said}T${from}`, ends: until && `${said}T${until}`, zone } : { starts: said, zone };
};

/** When an event is, in the words of the page. */
export const timeOf = (event: Json): StatedTime => {
  const schedule = scheduleOf(event);
  if (schedule !== undefined && textAt(event, 'startDate') === undefined) return firstOf(schedule);
  const [said, until, duration] = [textAt(event, 'startDate'), textAt(event, 'endDate'), textAt(event, 'duration')];
  const zone = bracketed.exec(said ?? '')?.[1] ?? textAt(event, 'timezone', 'scheduleTimezone');
  const starts = said?.replace(bracketed, '');
  const ends = until?.replace(bracketed, '') ?? (starts && duration ? endAfter(starts, duration) : undefined);
  return { starts, ends, zone, allDay: starts !== undefined && areWholeDays(starts, ends) };
};
