import { RRuleTemporal } from 'rrule-temporal';
import { wallText, type Wall } from './wall-clock.js';

const stampOf = (wall: Wall): string => wallText(wall).replace(/[-:]/g, '');

const day = 86_400_000;

/** UNTIL as a wall clock: a day counts to its end, an instant is read in the zone of the series. */
const untilOf = (value: string, wallOfEpoch: (epoch: number) => Wall): Wall | undefined => {
  const [, year, month, date, time, utc] = /^(\d{4})(\d{2})(\d{2})(?:T(\d{6}))?(Z)?$/.exec(value) ?? [];
  if (year === undefined) return undefined;
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(date));
  if (time === undefined) return midnight + day - 1_000;
  const wall =
    midnight + (Number(time.slice(0, 2)) * 3_600 + Number(time.slice(2, 4)) * 60 + Number(time.slice(4))) * 1_000;
  return utc ? wallOfEpoch(wall) : wall;
};

/** The parts of a RRULE, the first of each name; empty ones and an INTERVAL of nothing left out. */
const partsOf = (rule: string): Map<string, string> => {
  const parts = new Map<string, string>();
  for (const part of rule
    .toUpperCase()
    .replace(/\s+/g, '')
    .replace(/^RRULE:/, '')
    .slice(0, 2_000)
    .split(';')) {
    const [name = '', value = ''] = part.split('=');
    const void_ = name === '' || value === '' || (name === 'INTERVAL' && !(Number(value) > 0));
    if (!void_ && !parts.has(name)) parts.set(name, value);
  }
  return parts;
};

/**
 * The wall-clock times of a RRULE (RFC 5545, 3.3.10) up to a horizon, in order, at most so many. Recurrence is a matter of the
 * wall clock: a meeting at 18:00 stays at 18:00 when the clocks change. Throws an Error for a rule that cannot be followed.
 */
export const ruleTimes = (
  rule: string,
  start: Wall,
  horizon: Wall,
  most: number,
  wallOfEpoch: (epoch: number) => Wall,
): Wall[] => {
  const parts = partsOf(rule);
  const frequency = parts.get('FREQ');
  if (frequency === undefined) throw new Error(`RRULE without FREQ: «${rule.slice(0, 60)}»`);
  if (frequency === 'SECONDLY' || frequency === 'MINUTELY')
    throw new Error(`RRULE of every second or minute: «${rule.slice(0, 60)}»`);
  const until = untilOf(parts.get('UNTIL') ?? '', wallOfEpoch) ?? horizon;
  // Where the rule ends by COUNT the horizon is watched below; otherwise it is what keeps the engine from looking for ever.
  if (parts.has('COUNT')) parts.delete('UNTIL');
  else parts.set('UNTIL', `${stampOf(Math.max(start, Math.min(until, horizon)))}Z`);
  const text = [...parts].map(([name, value]) => `${name}=${value}`).join(';');
  const series = new RRuleTemporal({
    rruleString: `DTSTART:${stampOf(start)}Z\nRRULE:${text}`,
    maxIterations: 20_000,
    cache: false,
  });
  return series
    .all((time, index) => index < most && time.epochMilliseconds <= horizon)
    .map((time) => time.epochMilliseconds)
    .filter((wall) => wall <= horizon);
};
