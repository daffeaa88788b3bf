import { day, type Wall } from './wall-clock.js';

/** The series that a rule is of: what a rule does not say is as in its start. */
export type SeriesStart = Readonly<{
  start: Wall;
  /** Its occurrences are whole days. */
  allDay: boolean;
  wallOf: (epoch: number) => Wall;
}>;

/** A RRULE in its parts. */
export type RuleParts = Readonly<{
  frequency: string;
  interval: number;
  count: number | undefined;
  /** The last moment at which it may take place. */
  until: Wall | undefined;
  /** The BY… parts and WKST, as they are written. */
  by: ReadonlyMap<string, string>;
}>;

/** UNTIL as a wall clock: a day counts to its end, an instant is read in the zone of the series. */
const untilOf = (value: string, wallOf: (epoch: number) => Wall): Wall => {
  const [, year, month, date, time, utc] =
    /^(\d{4})(\d{2})(\d{2})(?:T(\d{4}(?:\d{2})?))?(Z)?$/.exec(value.replace(/(?<=^[\dT:-]*)[-:]/g, '')) ?? [];
  if (year === undefined) throw new Error(`UNTIL is no date or time: «${value.slice(0, 40)}»`);
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(date));
  if (time === undefined) return midnight + day - 1_000;
  const wall =
    midnight + (Number(time.slice(0, 2)) * 3_600 + Number(time.slice(2, 4)) * 60 + Number(time.slice(4) || 0)) * 1_000;
  return utc ? wallOf(wall) : wall;
};

/** The first part of each name; empty ones left out. */
const written = (rule: string): Map<string, string> => {
  const parts = new Map<string, string>();
  for (const part of rule
    .toUpperCase()
    .replace(/\s+/g, '')
    .replace(/^RRULE:/, '')
    .slice(0, 2_000)
    .split(';')) {
    const [name = '', value = ''] = part.split('=');
    if (name !== '' && value !== '' && !parts.has(name)) parts.set(name, value);
  }
  return parts;
};

const positive = (value: string | undefined): number | undefined =>
  value !== undefined && /^\d{1,9}$/.test(value) && Number(value) > 0 ? Number(value) : undefined;

const clockParts = ['BYHOUR', 'BYMINUTE', 'BYSECOND'];

const mostTimesADay = 5_000;

/** How many times of day a rule names. */
export const timesADay = (by: ReadonlyMap<string, string>): number =>
  clockParts.reduce((product, name) => product * (by.get(name)?.split(',').length ?? 1), 1);

/** Reads a RRULE (RFC 5545, 3.3.10). Throws an Error for one that cannot be followed. */
export const rulePartsOf = (rule: string, { allDay, wallOf }: SeriesStart): RuleParts => {
  const parts = written(rule);
  const frequency = parts.get('FREQ');
  const shown = `«${rule.slice(0, 60)}»`;
  if (frequency === undefined) throw new Error(`RRULE without FREQ: ${shown}`);
  if (allDay && /^(HOUR|MINUTE|SECOND)LY$/.test(frequency)) throw new Error(`RRULE of hours for whole days: ${shown}`);
  const by = new Map([...parts].filter(([name]) => name.startsWith('BY') || name === 'WKST'));
  if (allDay) for (const name of clockParts) by.delete(name);
  // There is no day number nought of its name.
  const days = by
    .get('BYDAY')
    ?.split(',')
    .filter((name) => !/^[+-]?0/.test(name));
  if (days) by.set('BYDAY', days.join(','));
  if (days?.length === 0) by.delete('BYDAY');
  if (timesADay(by) > mostTimesADay) throw new Error(`RRULE of too many times a day: ${shown}`);
  return {
    frequency,
    interval: positive(parts.get('INTERVAL')) ?? 1,
    count: positive(parts.get('COUNT')),
    until: parts.has('UNTIL') ? untilOf(parts.get('UNTIL') ?? '', wallOf) : undefined,
    by,
  };
};
