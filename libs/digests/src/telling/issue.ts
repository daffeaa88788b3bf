import type { Cadence, IssueContent } from '@relais/digest';
import type { Kind } from '@relais/mailing-list';
import type { IssueId, Language, LocalDate, TimeZone } from '@relais/vocabulary';

/** An issue with what it takes to tell it: facts, and the names of whom it is from. */
export type TellableIssue = Readonly<{
  issue: IssueId;
  date: LocalDate;
  content: IssueContent;
  assemblyName: string;
  city: string;
  listName: string;
  publicUrl: string;
  /** Whom it is for; a month's letter where it is not said. */
  cadence?: Cadence;
  /** Where its assembly is; what closes at an instant is said in UTC without it. */
  zone?: TimeZone;
}>;

/** An issue in one language. */
export type DigestIssue = TellableIssue & Readonly<{ language: Language }>;

/** How one wants one's letter: persons who want it the same way get the same one, but for what is in its slots. */
export type Edition = Readonly<{
  language: Language;
  /** `short`: one line for each fact, the first of them, and a link to the whole. */
  length: 'short' | 'full';
  /** `text`: without HTML. */
  format: 'html' | 'text';
  kinds: readonly Kind[];
  /** What has no theme is told to everybody. */
  themes: readonly string[] | 'all';
}>;

/** All of it, in a language: what the site shows, and what whoever chose nothing is sent. */
export const wholeEdition = (language: Language): Edition => ({
  ...{ language, length: 'full', format: 'html' },
  kinds: ['gatherings', 'votes', 'news', 'minutes'],
  themes: 'all',
});
