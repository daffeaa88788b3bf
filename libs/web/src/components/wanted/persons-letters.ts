import type { Preferences } from '@relais/mailing-list';
import type { Instant, Language, TimeZone } from '@relais/vocabulary';

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
