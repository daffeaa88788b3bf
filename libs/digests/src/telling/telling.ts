import { addDays, dayInWords, monthInWords, type LocalDate } from '@relais/vocabulary';
import { factsOf, startDay } from './facts-of.js';
import type { Edition, TellableIssue } from './issue.js';
import type { Tellable } from './told.js';
import { listed, wordsOf, type Words } from './words.js';

export type ToldSection = Readonly<{
  title: string;
  facts: readonly Tellable[];
  /** What is said where there are none. */
  empty?: string;
}>;

/** What a letter tells and in which order, before it is written in anything. */
export type Telling = Readonly<{ title: string; lead: string; sections: readonly ToldSection[] }>;

/** So many days, that of the issue among them: what happens or closes within them stands first. */
const soon = 7;
/** More than these are counted rather than named. */
const mostCities = 3;

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

const isSoon = (tellable: Tellable, date: LocalDate): boolean => {
  const after = addDays(date, soon);
  if (tellable.kind === 'gathering') return startDay(tellable.fact) < after;
  return tellable.kind === 'vote' && (tellable.fact.closes ?? '9999') < after;
};

const titleOf = (issues: readonly TellableIssue[], words: Words, { language }: Edition): string => {
  const [{ date, cadence = 'month' } = { date: '1970-01-01' }] = issues;
  const names = [...new Set(issues.map(({ city }) => city))];
  const cities = oneLine(names.length > mostCities ? words.cities(names.length) : listed(names, words));
  if (cadence === 'month') return words.month(cities, monthInWords(date, language));
  return cadence === 'week'
    ? words.week(cities, dayInWords(date, language))
    : words.day(cities, dayInWords(date, language));
};

/** What came at once, or cannot wait, is named in the title where it is one thing. */
const newsworthy = (facts: readonly Tellable[], { cadence }: TellableIssue): string | undefined => {
  const [only, ...others] = facts;
  if (only === undefined || others.length > 0 || (cadence !== 'event' && cadence !== 'notice')) return undefined;
  const { title } = only.fact;
  const line = oneLine(title);
  return line.length > 80 ? `${line.slice(0, 79).toWellFormed().replace('\ufffd', '')}…` : line;
};

/**
 * The letter that these issues make for an edition: deadlines first, then gatherings, votes, minutes and news, each fact
 * once. The first issue is the one that the letter is dated by. Throws without an issue.
 */
export const tellingOf = (edition: Edition, issues: readonly TellableIssue[]): Telling => {
  const [first] = issues;
  if (first === undefined) throw new Error('a letter of no issue');
  const words = wordsOf[edition.language];
  const facts = factsOf(edition, issues);
  const [gatherings, votes] = [[...facts.upcoming, ...facts.announced], facts.votes];
  const isAhead = (tellable: Tellable): boolean => isSoon(tellable, first.date);
  const later = (from: readonly Tellable[]): Tellable[] => from.filter((one) => !isAhead(one));
  // What is in no time at all stands before what takes place: a vote can be cast from where one sits.
  const deadlines = [...votes, ...gatherings].filter(isAhead);
  const saysSo =
    gatherings.length === 0 && (first.cadence ?? 'month') === 'month' && edition.kinds.includes('gatherings');
  const sections: ToldSection[] = [
    { title: words.deadlines, facts: deadlines },
    { title: words.upcoming, facts: later(facts.upcoming), ...(saysSo && { empty: words.nothing }) },
    { title: words.announced, facts: later(facts.announced) },
    { title: words.votes, facts: later(votes) },
    { title: words.minutes, facts: facts.minutes },
    { title: words.news, facts: facts.news },
  ];
  const all = Object.values(facts).flat();
  return {
    title: newsworthy(all, first) ?? titleOf(issues, words, edition),
    lead: words.intro(
      listed(
        issues.map(({ assemblyName }) => assemblyName),
        words,
      ),
    ),
    sections: sections.filter((section) => section.facts.length > 0 || section.empty !== undefined),
  };
};
