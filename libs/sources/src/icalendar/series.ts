import { properties } from './components.js';
import { timesAt, type CalendarEvent, type Note } from './calendar-events.js';
import { dayOf, epochOf, nameOf, type CalendarTime } from './date-time.js';
import { ruleTimes } from './rules.js';
import type { Wall } from './wall-clock.js';

/** How many occurrences a document may have worked out in all, and how many it may list (RDATE, EXDATE); shared by its series. */
export type Budget = { occurrences: number; listed: number };

/** The stretch of time that is of interest, in epoch milliseconds, and how many occurrences of one series are read in it. */
export type Period = Readonly<{ fetchedAt: number; horizon: number; most: number }>;

/** How many occurrences of one series are worked out to find those. */
const mostWorkedOut = 15_000;
const month = 31 * 86_400_000;

/** The times of a series, and those that it leaves out by name (EXDATE). */
export type SeriesTimes = Readonly<{ times: readonly CalendarTime[]; excluded: readonly CalendarTime[] }>;

/** Where a series has more occurrences than are read, the oldest go first, but never those of the last month and to come. */
const ofInterest = (times: readonly CalendarTime[], { fetchedAt, most }: Period): readonly CalendarTime[] => {
  if (times.length <= most) return times;
  const recent = times.findIndex(({ wall }) => wall >= fetchedAt - month);
  const from = Math.min(recent < 0 ? times.length : recent, times.length - most);
  return times.slice(from, from + most);
};

/** When a series takes place, up to the horizon: its start, its rules and its RDATEs without its EXDATEs. */
export const seriesTimes = (
  one: CalendarEvent,
  start: CalendarTime,
  period: Period,
  budget: Budget,
  note: Note,
): SeriesTimes => {
  const walls = new Set<Wall>([start.wall]);
  const horizon = start.clockwork.wallOf(period.horizon);
  for (const { value } of properties(one.event, 'RRULE'))
    try {
      const most = Math.min(mostWorkedOut, budget.occurrences);
      if (most <= 0) note('too many occurrences in this document; the rest was not worked out');
      const found = most > 0 ? ruleTimes(value, start.wall, horizon, most, start.clockwork.wallOf) : [];
      budget.occurrences -= found.length;
      for (const wall of found) walls.add(wall);
    } catch (error) {
      note((error as Error).message);
    }
  for (const time of timesAt(one, 'RDATE', budget, note))
    walls.add(time.allDay || start.allDay ? time.wall : start.clockwork.wallOf(epochOf(time)));
  const excluded = timesAt(one, 'EXDATE', budget, note);
  const days = new Set(excluded.filter(({ allDay }) => allDay || start.allDay).map(dayOf));
  const moments = new Set(excluded.filter(({ allDay }) => !allDay && !start.allDay).map(epochOf));
  const exclusive = moments.size > 0;
  const times = [...walls]
    .sort((former, latter) => former - latter)
    .map((wall): CalendarTime => ({ ...start, wall }))
    .filter((time) => !days.has(dayOf(time)) && !(exclusive && moments.has(epochOf(time))));
  return { times: ofInterest(times, period), excluded };
};

/** Finds the occurrence that an override stands for: by the moment, or by the day where either is a whole day. */
export const overrideName = (
  id: CalendarTime,
  start: CalendarTime | undefined,
  times: readonly CalendarTime[],
): string => {
  if (start === undefined || start.allDay === id.allDay) return nameOf(id);
  const occurrence = times.find((time) => dayOf(time) === dayOf(id));
  return nameOf(occurrence ?? id);
};
