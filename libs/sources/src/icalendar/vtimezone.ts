import { properties, property, type Component } from './components.js';
import { recurrenceRule } from './rules.js';
import type { Clockwork, Wall } from './wall-clock.js';

/** From a wall-clock time on, another offset, in milliseconds east of UTC. */
type Change = Readonly<{ at: Wall; before: number; after: number }>;

const offsetOf = (value: string | undefined): number | undefined => {
  const [, sign, hours, minutes, seconds] = /^([+-])(\d{2}):?(\d{2})(\d{2})?$/.exec(value?.trim() ?? '') ?? [];
  if (hours === undefined) return undefined;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds ?? 0)) * 1_000;
};

/** Changes by a rule are worked out over these years: a definition may begin in 1601 (Outlook), and end never. */
const earliest = Date.UTC(1965, 0, 1);
const latest = Date.UTC(2050, 0, 1);

const form = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2}))?/;
const wallOf = (value: string | undefined): Wall | undefined => {
  const [, year, month, day, hour = 0, minute = 0, second = 0] = (form.exec(value?.trim() ?? '') ?? [])
    .filter((part) => part !== undefined)
    .map(Number);
  if (year === undefined || month === undefined) return undefined;
  return Date.UTC(year, month - 1, day, hour, minute, second);
};

const changesOf = (observance: Component): Change[] => {
  const before = offsetOf(property(observance, 'TZOFFSETFROM')?.value);
  const after = offsetOf(property(observance, 'TZOFFSETTO')?.value);
  const start = wallOf(property(observance, 'DTSTART')?.value);
  if (before === undefined || after === undefined || start === undefined) return [];
  const listed = properties(observance, 'RDATE').flatMap(({ value }) =>
    value.split(',').flatMap((one) => wallOf(one) ?? []),
  );
  const rules = properties(observance, 'RRULE').flatMap(({ value }) =>
    recurrenceRule(value, { start, allDay: false, wallOf: (epoch) => epoch + before }, { periods: 1_000 }).between(
      earliest,
      latest,
      300,
    ),
  );
  return [...new Set([start, ...listed, ...rules])].map((at) => ({ at, before, after }));
};

/** All the changes; none where one of the rules cannot be followed: half a definition would be wrong half of the year. */
const allChanges = (definition: Component): Change[] => {
  const observances = definition.components.filter(({ name }) => name === 'STANDARD' || name === 'DAYLIGHT');
  try {
    return observances.flatMap(changesOf).sort((one, other) => one.at - other.at);
  } catch {
    return [];
  }
};

/** A zone as the calendar itself defines it (RFC 5545, 3.6.5); undefined where the definition cannot be read. */
export const definedZone = (definition: Component): Clockwork | undefined => {
  const changes = allChanges(definition);
  const first = changes[0];
  if (first === undefined) return undefined;
  // With one observance only it holds for ever; with more, what was before the first holds before it.
  const initial = changes.length === 1 ? first.after : first.before;
  const offsetBy = (happened: (change: Change) => boolean): number => changes.findLast(happened)?.after ?? initial;
  return {
    // An hour that is skipped is read with the offset before it, and so is the first of a repeated one (RFC 5545, 3.3.5).
    epochOf: (wall) => wall - offsetBy(({ at, before, after }) => at + Math.max(0, after - before) <= wall),
    wallOf: (epoch) => epoch + offsetBy(({ at, before }) => at - before <= epoch),
  };
};
