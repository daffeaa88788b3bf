import { addDays, type ItemKey, type When } from '@relais/vocabulary';
import { property } from './components.js';
import { groupOf, recurs, timeAt, type CalendarEvent, type Note } from './calendar-events.js';
import { dayOf, durationOf, epochOf, nameOf, wallFor, type CalendarTime } from './date-time.js';
import { eventReport, occurrenceReport } from './event-fields.js';
import { asSeries, followingOf, overridesOf, renewalOf, type Override } from './overrides.js';
import type { Period } from './period.js';
import { seriesTimes, type Budget } from './series.js';
import type { Fetched, Report } from '../source-format.js';
import { day, instantText } from './wall-clock.js';

/** How long it takes, in milliseconds on the wall clock; undefined where it does not say, or ends before it begins. */
const lengthOf = (one: CalendarEvent, start: CalendarTime, note: Note): number | undefined => {
  const end = timeAt(one, 'DTEND', note);
  const written = property(one.event, 'DURATION')?.value;
  const duration = written === undefined ? undefined : durationOf(written);
  if (written !== undefined && duration === undefined) note(`DURATION is none: «${written.slice(0, 40)}»`);
  const length =
    end === undefined
      ? duration
      : end.allDay || start.allDay
        ? // A day as the end of a moment says too little; a moment as the end of a day means that day too.
          start.allDay && (end.allDay ? end.wall - start.wall : Math.floor((end.wall - start.wall) / day) * day + day)
        : wallFor(start, end) - start.wall;
  if (length === false || length === undefined) return undefined;
  if (length < 0) note('ends before it begins');
  return length > 0 ? length : undefined;
};

/** DTEND is exclusive: of a day it is the day after the last. A missing end stays unknown. */
const whenAt = (time: CalendarTime, length: number | undefined): When => {
  if (time.allDay) {
    const days = Math.max(1, Math.round((length ?? 0) / day));
    return { kind: 'all-day', from: dayOf(time), until: addDays(dayOf(time), days - 1) };
  }
  const starts = instantText(epochOf(time));
  const ends = length === undefined ? undefined : instantText(time.clockwork.epochOf(time.wall + length));
  return {
    kind: 'timed',
    starts,
    ...(ends !== undefined && ends > starts && { ends }),
    zone: time.zone,
    ...(time.assumed && { zoneAssumed: true as const }),
  };
};

/** What is worked out over a whole document. */
export type Reading = Readonly<{
  fetched: Fetched;
  period: Period;
  budget: Budget;
  note(uid: string, what: string): void;
}>;

/** The reports of all events of one UID: one of a single event, one for each occurrence of a series. */
export const reportsOf = (
  uid: string,
  events: readonly CalendarEvent[],
  reading: Reading,
): { reports: Report[]; withdrawn: ItemKey[] } => {
  const { fetched, period, budget } = reading;
  const note: Note = (what) => reading.note(uid, what);
  const { masters, overrides } = groupOf(events);
  const [master] = masters;
  const rule = master && property(master.event, 'RRULE')?.value;
  const reports = new Map<CalendarEvent, Report>();
  const report = (
    one: CalendarEvent,
    item: string,
    time: CalendarTime | undefined,
    single = false,
    length = time && lengthOf(one, time, note),
  ): Report => {
    const alike = reports.get(one) ?? eventReport(one, uid, single, rule, fetched);
    reports.set(one, alike);
    return occurrenceReport(alike, item, time && whenAt(time, length));
  };
  const ownReports = (ones: readonly Override[]): Report[] =>
    ones.map(({ event, name, time }) => report(event, `${uid} ${name}`, time));

  const start = master && timeAt(master, 'DTSTART', note);
  if (master !== undefined && start === undefined) note('no DTSTART that can be read: undated');
  if (master === undefined || start === undefined || (!recurs(master) && overrides.length === 0)) {
    const many = masters.length > 1;
    const singles = masters.map((one, index) => {
      const time = index === 0 ? start : timeAt(one, 'DTSTART', note);
      return report(one, many && time ? `${uid} ${nameOf(time)}` : uid, time, !many);
    });
    return { reports: [...singles, ...ownReports(overridesOf(overrides, undefined, [], note))], withdrawn: [] };
  }
  const { times: all, excluded } = seriesTimes(master, start, period, budget, note);
  const left = new Set(excluded.map(epochOf));
  const isLeft = ({ instead }: Override): boolean => left.has(epochOf(instead));
  // One that stands for all that follow does so though the first of them is left out.
  const meant = overridesOf(overrides, start, all, note).filter((one) => one.following || !isLeft(one));
  const renewal = renewalOf(meant);
  const isBefore = (time: CalendarTime): boolean => renewal === undefined || epochOf(time) < epochOf(renewal.instead);
  const times = all.filter(isBefore);
  const own = meant.filter(({ instead }) => isBefore(instead));
  const later = meant.filter((one) => one !== renewal && !isBefore(one.instead)).map(({ event }) => event);
  const renewed = renewal && reportsOf(uid, [asSeries(renewal.event), ...later], reading);
  const names = new Set(times.map(nameOf));
  // One that stands for all that follow is read as each of them, if the first of them is one that is read.
  const replacing = own.filter((one) => !isLeft(one) && (!one.following || !names.has(one.name)));
  const replaced = new Set(replacing.map(({ name }) => name));
  const length = lengthOf(master, start, note);
  const lengths = new Map(own.map(({ event, time }) => [event, lengthOf(event, time, () => undefined)]));
  const series = times.flatMap((time) => {
    const name = nameOf(time);
    if (replaced.has(name)) return [];
    const following = followingOf(own, time);
    return following
      ? [report(following.event, `${uid} ${name}`, following.time, false, lengths.get(following.event))]
      : [report(master, `${uid} ${name}`, time, false, time.length ?? length)];
  });
  return {
    reports: [...series, ...ownReports(replacing), ...(renewed?.reports ?? [])],
    withdrawn: [
      ...new Set(excluded.slice(0, 500).map((time) => `${uid} ${nameOf(time)}` as ItemKey)),
      ...(renewed?.withdrawn ?? []),
    ],
  };
};
