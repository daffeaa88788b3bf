import type { Cadence } from '@relais/digest';
import type { Instant } from '@relais/vocabulary';

/** What an issue looks at, in days. */
export type Window = Readonly<{
  /** How far ahead its agenda looks, today being 0; below 0 it has none. */
  ahead: number;
  /** Gatherings that began before today and go on stand in the agenda too. */
  running: boolean;
  /** How far back the first issue looks. */
  first: number;
  /** How far back one looks at most, however long ago the issue before it was. */
  most: number;
  /** Votes that were told before are told again while they close within so many days. */
  reminds: number;
}>;

/** The rarer a letter is, the farther it looks; one that comes as it happens tells what is new and nothing else. */
export const windows: Record<Exclude<Cadence, 'notice'>, Window> = {
  month: { ahead: 62, running: true, first: 31, most: Infinity, reminds: Infinity },
  week: { ahead: 13, running: true, first: 7, most: 31, reminds: Infinity },
  day: { ahead: 1, running: false, first: 7, most: 7, reminds: 2 },
  event: { ahead: -1, running: false, first: 1 / 24, most: 2, reminds: -1 },
};

export const daysBefore = (instant: Instant, days: number): Instant =>
  new Date(Date.parse(instant) - days * 86_400_000).toISOString();

/** From when on something is new to an issue whose predecessor ended at `since`. */
export const beginning = (since: Instant | null, until: Instant, { first, most }: Window): Instant => {
  if (since === null) return daysBefore(until, first);
  const earliest = most === Infinity ? since : daysBefore(until, most);
  return Date.parse(since) < Date.parse(earliest) ? earliest : since;
};
