import type { Revisit } from '@relais/sources';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** However often a source changes, and whatever it was set to, it is not read more often. */
const soonest = 15 * minute;

export type ReadingHistory = Readonly<{
  /** How often the configuration wants it read, in minutes: where the interval begins. */
  every: number;
  /** When it was seen to have changed, in milliseconds, oldest first. */
  changes: readonly number[];
  now: number;
  /** For how many seconds it is said to stay as it is. */
  freshFor?: number | undefined;
  /** What its document said of when to read it again. */
  revisit?: Revisit | undefined;
  /** In how many seconds its server wants to be asked again. */
  retryAfter?: number | undefined;
  /** How often in a row it could not be read. */
  failures: number;
  /** From 0 to 1, by chance: spreads the readings. */
  chance: number;
}>;

/** In how many milliseconds to read a source again. */
export const untilNextReading = (history: ReadingHistory): number => {
  const { every, freshFor = 0, retryAfter = 0, revisit = {}, failures, chance, now } = history;
  const slowest = Math.max(day, every * minute);
  const wanted =
    failures > 0 ? Math.min(slowest, every * minute * 2 ** Math.min(failures - 1, 20)) : usual(history, slowest);
  // What could not be read is older already than its document wanted to become.
  const kept = failures > 0 ? 0 : (revisit.everyMinutes ?? 0) * minute;
  // 15 % to either side; of what was said only to the later one.
  const polite = Math.max(soonest, wanted * (0.85 + 0.3 * chance));
  const told = Math.max(Math.min(Math.max(freshFor * 1_000, kept), slowest), retryAfter * 1_000) * (1 + 0.05 * chance);
  const at = now + Math.round(Math.max(polite, told));
  return notSkipped(at, revisit, chance) - now;
};

/**
 * That moment, or else the first hour after it that the document does not skip: in its first minutes, and not all of the
 * sources that wait for it at once. Where none is left within a week it is that moment all the same.
 */
const notSkipped = (at: number, { notAtHours = [], notOnDays = [] }: Revisit, chance: number): number => {
  const isSkipped = (instant: number): boolean => {
    const date = new Date(instant);
    return notAtHours.includes(date.getUTCHours()) || notOnDays.includes(date.getUTCDay() || 7);
  };
  if (!isSkipped(at)) return at;
  const next = Math.floor(at / hour) + 1;
  const first = Array.from({ length: 7 * 24 }, (_none, later) => (next + later) * hour).find((one) => !isSkipped(one));
  return first === undefined ? at : first + Math.round(soonest * chance);
};

/**
 * Half of what usually lies between two changes, or of the time that nothing changed where that is longer; from a quarter
 * of the configured interval to a day.
 */
const usual = ({ every, changes, now }: ReadingHistory, slowest: number): number => {
  const gaps = changes
    .slice(1)
    .map((at, index) => at - (changes[index] ?? at))
    .sort((a, b) => a - b);
  const median = gaps[Math.floor(gaps.length / 2)] ?? 2 * every * minute;
  const open = now - (changes.at(-1) ?? now);
  const fastest = Math.max(soonest, (every * minute) / 4);
  return Math.min(slowest, Math.max(fastest, Math.max(median, open) / 2));
};
