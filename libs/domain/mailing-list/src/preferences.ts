import type { AssemblyId, Language, LocalDate, TimeZone } from '@relais/vocabulary';

/** What a letter can tell of. */
export const kinds = ['gatherings', 'votes', 'news', 'minutes'] as const;
export type Kind = (typeof kinds)[number];

/** How often somebody wants a letter; a week's day is 1 (Monday) to 7. `month`: on the day of their list. */
export type Rhythm =
  | Readonly<{ every: 'event' }>
  | Readonly<{ every: 'day' }>
  | Readonly<{ every: 'week'; on: 1 | 2 | 3 | 4 | 5 | 6 | 7 }>
  | Readonly<{ every: 'month' }>;

/** One message that a person shapes: what they want of their letters, and when. */
export type Preferences = Readonly<{
  /** Of which assemblies; at least one. */
  cities: readonly AssemblyId[] | 'all';
  /** Ids of the configuration's themes; at least one. What has no theme is told to everybody. */
  themes: readonly string[] | 'all';
  /** At least one. */
  kinds: readonly Kind[];
  rhythm: Rhythm;
  /** The hour of the day, 0 to 23, in `zone`; null: their list's. */
  hour: number | null;
  zone: TimeZone;
  /** Hours of the day in `zone` between which nothing is sent, from the first until before the second; over midnight if need be. */
  quiet: Readonly<{ from: number; until: number }>;
  language: Language;
  length: 'short' | 'full';
  format: 'html' | 'text';
  /** No letter before this day, in `zone`. */
  pausedUntil: LocalDate | null;
}>;

/** What whoever chose nothing has: their city's monthly letter, whole, as HTML, and none at night. */
export const defaultPreferences = (of: { city: AssemblyId; zone: TimeZone; language: Language }): Preferences => ({
  cities: [of.city],
  themes: 'all',
  kinds,
  rhythm: { every: 'month' },
  hour: null,
  zone: of.zone,
  quiet: { from: 21, until: 7 },
  language: of.language,
  length: 'full',
  format: 'html',
  pausedUntil: null,
});
