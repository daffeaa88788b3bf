import { defaultPreferences, type Preferences, type Rhythm } from '@relais/mailing-list';
import type { Instant, Language, TimeZone } from '@relais/vocabulary';
import type { WantedWords } from '../../i18n/wanted/wanted.js';
import type { PageRequest } from '../../page.js';
import { allAssemblies, commonZone } from '../rows.js';

/** Something that letters can be about. */
export type ThemeChoice = Readonly<{ id: string; names: Readonly<Record<Language, string>> }>;

/** What somebody agreed to, as it stands in the log. */
export type ShownConsent = Readonly<{
  /** The list's name. */
  list: string;
  wording: string;
  hash: string;
  form: string;
  askedAt: Instant;
  confirmedAt?: Instant;
}>;

/** What an address receives or asked for, as pages show it to whoever holds one of its tokens. */
export type PersonsLetters = Readonly<{
  preferences: Preferences;
  /** Where their list is. */
  zone: TimeZone;
  themes: readonly ThemeChoice[];
  /** Undefined for a list that was brought in from elsewhere. */
  consents: readonly (ShownConsent | undefined)[];
  /** Until when they may answer whether they still want them. */
  askedUntil?: Instant;
  /** What is to be confirmed joins letters that they receive already. */
  joins?: true;
  /** Tells the wish that is shown from a later one. */
  mark?: string;
  /** Tokens that lead from one page of theirs to another. */
  tokens?: Readonly<{ preferences: string; leave: string }>;
}>;

/** What is known of whom nothing is known. */
export const lettersOf = (request: PageRequest): PersonsLetters => {
  if (request.outcome?.letters) return request.outcome.letters;
  const [first] = allAssemblies(request);
  const zone = first?.profile.zone ?? commonZone;
  const cities = first ? [first.assembly] : [];
  const preferences = defaultPreferences({ city: '' as never, zone, language: request.language });
  return { preferences: { ...preferences, cities }, zone, themes: [], consents: [] };
};

export const rhythmInWords = (rhythm: Rhythm, { rhythms }: WantedWords): string =>
  rhythm.every === 'week' ? rhythms.week(rhythm.on) : rhythms[rhythm.every];
