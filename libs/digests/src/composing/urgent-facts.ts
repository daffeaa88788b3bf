import type { GatheringFact, IssueContent, VoteFact } from '@relais/digest';
import { daysOf, instantOf, localTime, addDays, type Instant, type When } from '@relais/vocabulary';
import type { Composition } from './composition.js';
import { gatheringFact, gatheringsFrom } from './gathering-facts.js';
import { votesOf } from './item-facts.js';

/** Something that must be told before a moment, or not at all. */
export type UrgentFact = Readonly<{
  key: string;
  known: Instant;
  deadline: Instant;
}> &
  (Readonly<{ kind: 'gathering'; fact: GatheringFact }> | Readonly<{ kind: 'vote'; fact: VoteFact }>);

/** By what a fact is known again in an issue that told it. */
export const keyOfFact = (fact: GatheringFact | VoteFact): string =>
  'gathering' in fact ? fact.gathering : (fact.link ?? `${fact.source} ${fact.title}`);

/** A gathering is to be told of a week before, a vote so that two days are left once the letter was read. */
const leads = { gathering: 7 * 86_400_000, vote: 3 * 86_400_000 };

const startOf = (when: When, zone: string): Instant =>
  when.kind === 'timed' ? new Date(when.starts).toISOString() : instantOf(`${daysOf(when).from}T00:00`, zone);

/**
 * What happens or closes soon after a moment, the first deadline first. Of what has no deadline nothing is urgent, nor of what
 * was called off.
 */
export const urgentFacts = (of: Omit<Composition, 'since' | 'cadence'>): UrgentFact[] => {
  const { zone, until } = of;
  const now = Date.parse(until);
  const isSoon = ({ deadline, kind }: UrgentFact): boolean =>
    Date.parse(deadline) > now && Date.parse(deadline) <= now + leads[kind];
  const today = localTime(until, zone).date;
  const gatherings = gatheringsFrom(of, today).flatMap((row): UrgentFact[] => {
    if (row.when === undefined || row.cancelled || daysOf(row.when).from > addDays(today, 8)) return [];
    const deadline = startOf(row.when, zone);
    const fact = gatheringFact(row, of);
    return [{ kind: 'gathering', key: keyOfFact(fact), known: row.recognisedAt, deadline, fact }];
  });
  const votes = votesOf(of, until).flatMap(({ row, fact }): UrgentFact[] => {
    const key = keyOfFact(fact);
    return fact.closes && !row.backlog
      ? [{ kind: 'vote', key, known: row.recordedAt, deadline: fact.closes, fact }]
      : [];
  });
  return [...gatherings, ...votes]
    .filter(isSoon)
    .sort((one, other) => Date.parse(one.deadline) - Date.parse(other.deadline));
};

/** What a notice of these facts says. */
export const noticeOf = (facts: readonly UrgentFact[]): IssueContent => {
  const votes = facts.flatMap((one) => (one.kind === 'vote' ? [one.fact] : []));
  return {
    upcoming: facts.flatMap((one) => (one.kind === 'gathering' ? [one.fact] : [])),
    announced: [],
    news: [],
    ...(votes.length > 0 && { votes }),
  };
};
