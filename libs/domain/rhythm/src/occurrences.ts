import { addDays, instantOf, type Instant, type LocalDate, type RhythmId, type TimeZone } from '@relais/vocabulary';
import { RRuleTemporal } from 'rrule-temporal';
import type { Plan } from './events.js';
import { mostCounted, partsOfRule } from './rule.js';

/** One day on which a rhythm expects its assembly to meet. `number` counts from the plan's first day, skipped ones too. */
export type Occurrence = Readonly<{
  rhythm: RhythmId;
  date: LocalDate;
  starts: Instant;
  ends?: Instant;
  zone: TimeZone;
  number: number;
}>;

/** A rule without a day for so long, in years, is taken to have none: even leap days come once in eight. */
const longestPause = 12;
/** How long a plan is followed, in years. */
const longestPlan = 100;
/** How far ahead of the first day that is asked for, in days, and how many at once. */
const furthest = 3 * 366;
const mostAtOnce = 1_000;

const stamp = (date: LocalDate): string => `${date.replaceAll('-', '')}T000000Z`;
const midnight = (date: LocalDate): Date => new Date(`${date}T00:00:00Z`);
const yearsLater = (date: LocalDate, years: number): LocalDate => addDays(date, Math.round(years * 365.25));

/**
 * The days of a plan, skipped ones too, the earliest first, worked out a year at a time as they are taken. It ends by itself:
 * with the plan, with what its rule counts, after twelve years without a day, or after a hundred years.
 */
export function* plannedDays({ rule, from, until }: Plan): Generator<LocalDate, void> {
  const parts = partsOfRule(rule);
  // Counted here: an engine that starts in the middle of a rule cannot know how often it has come to pass.
  let left = Math.min(Number(parts.get('COUNT') ?? Infinity), parts.has('COUNT') ? mostCounted : Infinity);
  const uncounted = [...parts].filter(([name]) => name !== 'COUNT').map(([name, value]) => `${name}=${value}`);
  const engine = new RRuleTemporal({
    rruleString: `DTSTART:${stamp(from)}\nRRULE:${uncounted.join(';')}`,
    maxIterations: 20_000,
    cache: false,
  });
  const last = [until ?? '9999', yearsLater(from, longestPlan)].sort()[0] ?? from;
  let latest = from;
  for (let begin = from; begin <= last && begin <= yearsLater(latest, longestPause); begin = addDays(begin, 366)) {
    const end = [addDays(begin, 365), last].sort()[0] ?? last;
    for (const day of engine.between(midnight(begin), midnight(end), true)) {
      if (left-- <= 0) return;
      latest = day.toPlainDate().toString();
      yield latest;
    }
  }
}

/** What a plan expects on one of its days, the `number`th of them: its hours are taken in turn, on the clock of its zone. */
export const occurrenceOn = (rhythm: RhythmId, plan: Plan, date: LocalDate, number: number): Occurrence => {
  const { times, zone, minutes } = plan;
  const starts = instantOf(`${date}T${times[(number - 1) % times.length] ?? '00:00'}`, zone);
  const ends = minutes && `${new Date(Date.parse(starts) + minutes * 60_000).toISOString().slice(0, 19)}Z`;
  return { rhythm, date, starts, ...(ends && { ends }), zone, number };
};

/**
 * What a plan expects from one day to another, both included; at most three years of it, and at most 1,000. A skipped day
 * is left out and counts in the turn all the same: the hours of all later ones may be in people's diaries already.
 */
export const occurrencesOf = (
  rhythm: RhythmId,
  plan: Plan,
  { from, until }: Readonly<{ from: LocalDate; until: LocalDate }>,
  skipped: readonly LocalDate[] = [],
): Occurrence[] => {
  const last = [until, addDays(from, furthest)].sort()[0] ?? until;
  const found: Occurrence[] = [];
  let number = 0;
  for (const date of plannedDays(plan)) {
    number++;
    if (date > last || found.length >= mostAtOnce) break;
    if (date >= from && !skipped.includes(date)) found.push(occurrenceOn(rhythm, plan, date, number));
  }
  return found;
};
