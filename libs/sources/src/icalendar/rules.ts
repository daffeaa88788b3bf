import { RRuleTemporal } from 'rrule-temporal';
import { rulePartsOf, timesADay, type RuleParts, type SeriesStart } from './rule-parts.js';
import { day, wallText, type Wall } from './wall-clock.js';
import { isYearRule, yearRuleTimes } from './year-rule.js';

/** A RRULE (RFC 5545, 3.3.10) of one series. */
export interface RecurrenceRule {
  readonly until: Wall | undefined;
  readonly count: number | undefined;
  /** Every second or minute. */
  readonly often: boolean;
  /** How long so many of its periods take: days of a daily rule, weeks of a weekly one. */
  span(periods: number): number;
  /** When it takes place from one moment to another, both included: at most so many times, the earliest first. */
  between(from: Wall, to: Wall, most: number): Wall[];
}

const lengths: Readonly<Record<string, number>> = {
  ...{ YEARLY: 366 * day, MONTHLY: 31 * day, WEEKLY: 7 * day, DAILY: day },
  ...{ HOURLY: day / 24, MINUTELY: day / 1_440, SECONDLY: day / 86_400 },
};

/** The engine is asked for about so many times at once, and so often: a rule that never matches must not be looked through for ever. */
const timesAtOnce = 2_000;
const mostQuestions = 100;

/** A rule without an occurrence for so long will have none: even leap days come once in eight years. */
const longestPause = 12 * 366 * day;

/** How many periods of rules may be looked through in all. */
export type Effort = { periods: number };

const spend = (effort: Effort, periods: number): void => {
  if (effort.periods <= 0) throw new Error('too many occurrences in this document; the rest was not worked out');
  effort.periods -= Math.max(1, periods);
};

const stampOf = (wall: Wall): string => `${wallText(wall).replace(/[-:]/g, '')}Z`;

const asked = (engine: RRuleTemporal, begin: Wall, end: Wall): { epochMilliseconds: number }[] => {
  try {
    return engine.between(new Date(begin), new Date(end), true);
  } catch (error) {
    throw new Error('RRULE that would have to be followed for too long', { cause: error });
  }
};

const engineTimes = (rule: RuleParts, { start }: SeriesStart, length: number, effort: Effort) => {
  const parts = [
    ['FREQ', rule.frequency],
    ['INTERVAL', String(rule.interval)],
    ...(rule.count === undefined ? [] : [['COUNT', String(rule.count)]]),
    ...rule.by,
  ];
  const engine = new RRuleTemporal({
    rruleString: `DTSTART:${stampOf(start)}\nRRULE:${parts.map(([name, value]) => `${name}=${value}`).join(';')}`,
    maxIterations: 20_000,
    cache: false,
  });
  const atOnce = Math.max(1, Math.floor(timesAtOnce / timesADay(rule.by))) * length;
  return (from: Wall, to: Wall, most: number): Wall[] => {
    const times: Wall[] = [];
    let begin = Math.max(from, start);
    for (let questions = 0; begin <= to && times.length < most && questions < mostQuestions; questions++) {
      const end = Math.min(to, begin + atOnce - 1_000);
      // To count positions all the others have to be worked out.
      spend(effort, Math.ceil((end - begin) / length) * (rule.by.has('BYSETPOS') ? 10 : 1));
      for (const time of asked(engine, begin, end)) times.push(time.epochMilliseconds);
      begin = end + 1_000;
      const silent = begin - (times.at(-1) ?? Math.max(from, start));
      if (silent > longestPause && silent > timesAtOnce * length) break;
      // Seen from its beginning, a rule that counts is over once it has counted.
      if (from <= start && rule.count !== undefined && times.length >= rule.count) break;
    }
    return times.slice(0, most);
  };
};

/** A year of days takes about as long to look through as ten periods of the engine's. */
const lookedAtOnce = 36 * day;

const yearTimes =
  (rule: RuleParts, series: SeriesStart, effort: Effort) =>
  (from: Wall, to: Wall, most: number): Wall[] => {
    const times: Wall[] = [];
    let count = 0;
    const begin = rule.count === undefined ? from : series.start;
    spend(effort, Math.ceil((to - begin) / lookedAtOnce));
    for (const time of yearRuleTimes(rule, series, from, to)) {
      if (time > to || times.length >= most || count++ >= (rule.count ?? Infinity)) break;
      if (time >= from) times.push(time);
    }
    return times;
  };

/**
 * Reads a RRULE. Recurrence is a matter of the wall clock: a meeting at 18:00 stays at 18:00 when the clocks change.
 * Throws an Error for a rule that cannot be followed.
 */
export const recurrenceRule = (rule: string, series: SeriesStart, effort: Effort): RecurrenceRule => {
  const parts = rulePartsOf(rule, series);
  const length = (lengths[parts.frequency] ?? day) * parts.interval;
  const between = isYearRule(parts) ? yearTimes(parts, series, effort) : engineTimes(parts, series, length, effort);
  return {
    until: parts.until,
    count: parts.count,
    often: /^(SECOND|MINUTE)LY$/.test(parts.frequency),
    span: (periods) => periods * length,
    between: (from, to, most) => between(from, Math.min(to, parts.until ?? to), most),
  };
};
