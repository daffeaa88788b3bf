import { properties } from './components.js';
import { timesAt, type CalendarEvent, type ListedTime, type Note } from './calendar-events.js';
import { dayMeantBy, epochOf, wallFor, type CalendarTime } from './date-time.js';
import { occurrenceMeant } from './overrides.js';
import type { Period } from './period.js';
import { recurrenceRule, type Effort } from './rules.js';
import { midnightOf, type Wall } from './wall-clock.js';

/** How many occurrences a document may have worked out in all, and how many it may list (RDATE, EXDATE); shared by its series. */
export type Budget = Effort & { occurrences: number; listed: number };

/** A rule that is over before its series begins. */
class NeverTakesPlace extends Error {}

/** How many occurrences of one series are looked through where its end can only be found by counting. */
const mostCounted = 20_000;

/** When a series takes place, and the occurrences that it leaves out (EXDATE). */
export type SeriesTimes = Readonly<{ times: readonly ListedTime[]; excluded: readonly CalendarTime[] }>;

/** The same period on the wall clocks of a series. */
const onWalls = ({ most, ...edges }: Period, { clockwork }: CalendarTime): Period => ({
  recent: clockwork.wallOf(edges.recent),
  today: clockwork.wallOf(edges.today),
  horizon: clockwork.wallOf(edges.horizon),
  most,
});

/** Of more occurrences than are read the oldest go first; of a series that is too dense for the whole period, those of today on stay. */
const ofInterest = <Time extends { wall: Wall }>(
  times: readonly Time[],
  { recent, today, most }: Period,
): readonly Time[] => {
  if (times.length <= most) return times;
  const first = (edge: Wall): number => times.filter(({ wall }) => wall < edge).length;
  const from = times.length - first(recent) <= most ? times.length - most : Math.min(first(today), times.length - most);
  return times.slice(from, from + most);
};

/** The times of one rule that are of interest, without working out what is long past; and from when on they are complete. */
const timesOfRule = (
  value: string,
  start: CalendarTime,
  edges: Period,
  effort: Effort,
): { from: Wall; walls: Wall[] } => {
  const { allDay, clockwork } = start;
  const rule = recurrenceRule(value, { start: start.wall, allDay, wallOf: clockwork.wallOf }, effort);
  if (rule.until !== undefined && rule.until < start.wall)
    throw new NeverTakesPlace('RRULE ends before the event begins: it never takes place');
  const { recent, today, horizon, most } = edges;
  if (rule.count !== undefined && rule.count <= most)
    return { from: start.wall, walls: rule.between(start.wall, horizon, most) };
  if (rule.often && rule.count === undefined && rule.until === undefined)
    throw new Error(`RRULE of every second or minute without end: «${value.slice(0, 60)}»`);
  const end = Math.min(rule.until ?? horizon, horizon);
  const to = Math.min(recent, end + 1_000);
  const coming = rule.between(Math.max(recent, start.wall), end, most + 1);
  if (coming.length > most) return { from: today, walls: rule.between(Math.max(today, start.wall), end, most) };
  const from = Math.max(start.wall, to - rule.span(most));
  const past = rule.between(from, to - 1_000, mostCounted);
  if (past.length + coming.length > 0 || rule.count === undefined || from === start.wall)
    return { from, walls: [...past, ...coming] };
  return { from: start.wall, walls: rule.between(start.wall, end, mostCounted) };
};

/** When a series takes place, up to the horizon: its start, its rules and its RDATEs without its EXDATEs. */
export const seriesTimes = (
  one: CalendarEvent,
  start: CalendarTime,
  period: Period,
  budget: Budget,
  note: Note,
): SeriesTimes => {
  const lengths = new Map<Wall, number | undefined>();
  const edges = onWalls(period, start);
  let startsIn = true;
  for (const { value } of properties(one.event, 'RRULE'))
    try {
      if (budget.occurrences <= 0)
        throw new Error('too many occurrences in this document; the rest was not worked out');
      const { from, walls } = timesOfRule(value, start, edges, budget);
      budget.occurrences -= walls.length;
      startsIn &&= from <= start.wall || walls.length === 0;
      for (const wall of walls) lengths.set(wall, undefined);
    } catch (error) {
      startsIn &&= !(error instanceof NeverTakesPlace);
      note((error as Error).message);
    }
  if (startsIn) lengths.set(start.wall, undefined);
  for (const time of timesAt(one, 'RDATE', budget, note)) lengths.set(wallListed(time, start), time.length);
  const times = distinct(
    [...lengths]
      .map(([wall, length]): ListedTime => ({ ...start, wall, length }))
      .sort((one, other) => one.wall - other.wall),
  );
  const excluded = timesAt(one, 'EXDATE', budget, note).map((time) => ({
    ...occurrenceMeant(time, start, times),
    wholeDay: time.allDay && !start.allDay,
  }));
  const days = new Set(excluded.filter(({ wholeDay }) => wholeDay).map(({ wall }) => midnightOf(wall)));
  const moments = new Set(excluded.map(epochOf));
  const isLeftOut = (time: CalendarTime): boolean => moments.has(epochOf(time)) || days.has(midnightOf(time.wall));
  const [left, out] = [times.filter((time) => !isLeftOut(time)), days.size > 0 ? times.filter(isLeftOut) : []];
  return { times: ofInterest(left, edges), excluded: [...excluded, ...out] };
};

/** Where clocks skip an hour, two times of day are one moment. */
const distinct = (times: readonly ListedTime[]): ListedTime[] => {
  const known = new Set<number>();
  return times.filter((time) => {
    const epoch = epochOf(time);
    return known.has(epoch) ? false : known.add(epoch);
  });
};

/** A RDATE on the wall clock of its series; a day alone, if it is no period, is one more day at the time that the series has. */
const wallListed = (time: ListedTime, start: CalendarTime): Wall => {
  if (start.allDay) return dayMeantBy(time);
  if (time.allDay) return time.wall + (time.length === undefined ? start.wall - midnightOf(start.wall) : 0);
  return wallFor(start, time);
};
