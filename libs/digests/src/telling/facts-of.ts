import type { GatheringFact, NewsFact } from '@relais/digest';
import type { Kind } from '@relais/mailing-list';
import { daysOf, type LocalDate } from '@relais/vocabulary';
import type { Edition, TellableIssue } from './issue.js';
import type { Tellable } from './told.js';

/** The facts of issues, as they stand in them. */
export type Sort = 'upcoming' | 'announced' | 'votes' | 'minutes' | 'news';
export type Facts = Readonly<Record<Sort, readonly Tellable[]>>;

const kindOf: Record<Sort, Kind> = {
  ...{ upcoming: 'gatherings', announced: 'gatherings' },
  ...{ votes: 'votes', minutes: 'minutes', news: 'news' },
};

const gathering = (fact: GatheringFact): Tellable => ({ kind: 'gathering', fact });
const news = (fact: NewsFact): Tellable => ({ kind: 'news', fact });

const factsIn = ({ content, zone }: TellableIssue): Facts => ({
  upcoming: content.upcoming.map(gathering),
  announced: content.announced.map(gathering),
  votes: (content.votes ?? []).map((fact) => ({ kind: 'vote', fact, zone })),
  minutes: (content.minutes ?? []).map(news),
  news: content.news.map(news),
});

/** What makes two facts one: the gathering, or the address it is read at. */
const keyOf = (tellable: Tellable): string => {
  if (tellable.kind === 'gathering') return `gathering ${tellable.fact.gathering}`;
  const { link, source, title } = tellable.fact;
  return link ?? `${source} ${title}`;
};

/** The first day of a gathering; of one without a date, a day after all others. */
export const startDay = ({ when }: GatheringFact): LocalDate => (when ? daysOf(when).from : '9999-12-31');

/** By this, facts of several issues come into one order: gatherings and votes the soonest first, news the newest. */
const rank = (tellable: Tellable): number => {
  switch (tellable.kind) {
    case 'gathering': {
      const { when } = tellable.fact;
      return when?.kind === 'timed' ? Date.parse(when.starts) : Date.parse(startDay(tellable.fact));
    }
    case 'vote':
      return tellable.fact.closes ? Date.parse(tellable.fact.closes) : Infinity;
    case 'news':
      return tellable.fact.published ? -Date.parse(tellable.fact.published) : 0;
  }
};

/** Infinity is as far as Infinity. */
const byRank = (one: Tellable, other: Tellable): number => {
  const [first, second] = [rank(one), rank(other)];
  return first === second ? 0 : first - second;
};

/** What these issues say to somebody who wants this edition: each fact once, where it stands first. */
export const factsOf = ({ kinds, themes }: Edition, issues: readonly TellableIssue[]): Facts => {
  const known = new Set<string>();
  const isWanted = ({ fact }: Tellable): boolean =>
    themes === 'all' || !fact.themes?.length || fact.themes.some((theme) => themes.includes(theme));
  const isNew = (tellable: Tellable): boolean => {
    const key = keyOf(tellable);
    return !known.has(key) && known.add(key).size > 0;
  };
  const all = issues.map(factsIn);
  const of = (sort: Sort): Tellable[] => {
    if (!kinds.includes(kindOf[sort])) return [];
    const facts = all.flatMap((one) => one[sort]).filter(isWanted);
    return (issues.length > 1 ? facts.toSorted(byRank) : facts).filter(isNew);
  };
  return {
    ...{ upcoming: of('upcoming'), announced: of('announced') },
    ...{ votes: of('votes'), minutes: of('minutes'), news: of('news') },
  };
};

/** Whether these issues have nothing to say to somebody who wants this edition: no letter is written then. */
export const saysNothing = (edition: Edition, issues: readonly TellableIssue[]): boolean =>
  Object.values(factsOf(edition, issues)).every((facts) => facts.length === 0);
