const minute = 60_000;
const day = 24 * 60 * minute;
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
  /** In how many seconds its server wants to be asked again. */
  retryAfter?: number | undefined;
  /** How often in a row it could not be read. */
  failures: number;
  /** From 0 to 1, by chance: spreads the readings. */
  chance: number;
}>;

/** In how many milliseconds to read a source again. */
export const untilNextReading = (history: ReadingHistory): number => {
  const { every, freshFor = 0, retryAfter = 0, failures, chance } = history;
  const slowest = Math.max(day, every * minute);
  const wanted =
    failures > 0 ? Math.min(slowest, every * minute * 2 ** Math.min(failures - 1, 20)) : usual(history, slowest);
  // 15 % to either side; of what the server said only to the later one.
  const polite = Math.max(soonest, wanted * (0.85 + 0.3 * chance));
  const told = Math.max(Math.min(freshFor * 1_000, slowest), retryAfter * 1_000) * (1 + 0.05 * chance);
  return Math.round(Math.max(polite, told));
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
