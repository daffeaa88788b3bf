import type { GatheringFact, IssueContent, VoteFact } from '@relais/digest';
import { canonicalJson, type When } from '@relais/vocabulary';
import { keyOfFact } from './composing/urgent-facts.js';

/** A fact by what it is called, and of a gathering when it is: the same one meets each month. */
export type NamedFact = Readonly<{ key: string; title: string; when?: When }>;

/** What is said of it otherwise; the theme is left out, since nobody reads it. */
export type ChangedPart = 'title' | 'when' | 'place' | 'cancelled' | 'city' | 'closes' | 'published' | 'link';
export type ChangedFact = NamedFact & Readonly<{ parts: readonly ChangedPart[] }>;

/** What one issue says and another does not, each fact once, in the order in which it is told. */
export type IssueDifference = Readonly<{
  added: readonly NamedFact[];
  removed: readonly NamedFact[];
  changed: readonly ChangedFact[];
}>;

type Fact = GatheringFact | VoteFact;
const parts: readonly ChangedPart[] = [
  ...(['title', 'when', 'place', 'cancelled', 'city', 'closes', 'published', 'link'] as const),
];

const factsByKey = (content: IssueContent | undefined): Map<string, Fact> => {
  const { upcoming = [], announced = [], votes = [], minutes = [], news = [] } = content ?? {};
  const facts = new Map<string, Fact>();
  for (const fact of [...upcoming, ...announced, ...votes, ...minutes, ...news])
    if (!facts.has(keyOfFact(fact))) facts.set(keyOfFact(fact), fact);
  return facts;
};

const written = (fact: Fact, part: ChangedPart): string => {
  const value = (fact as Readonly<Partial<Record<ChangedPart, unknown>>>)[part];
  return value === undefined ? '' : canonicalJson(value);
};

/** How an issue differs from the one before it; without one, everything is new. */
export const issueDifference = (before: IssueContent | undefined, after: IssueContent): IssueDifference => {
  const [then, now] = [factsByKey(before), factsByKey(after)];
  const named = ([key, fact]: readonly [string, Fact]): NamedFact => ({
    ...{ key, title: fact.title },
    ...('when' in fact && fact.when && { when: fact.when }),
  });
  return {
    added: [...now].filter(([key]) => !then.has(key)).map(named),
    removed: [...then].filter(([key]) => !now.has(key)).map(named),
    changed: [...now].flatMap(([key, fact]) => {
      const old = then.get(key);
      const differing = old ? parts.filter((part) => written(old, part) !== written(fact, part)) : [];
      return differing.length > 0 ? [{ ...named([key, fact]), parts: differing }] : [];
    }),
  };
};
