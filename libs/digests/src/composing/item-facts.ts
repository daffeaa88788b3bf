import type { NewsFact, VoteFact } from '@relais/digest';
import { news, sources, type NewsRow, type SourceRow } from '@relais/read-models';
import type { Instant } from '@relais/vocabulary';
import { closingDate } from './closing-date.js';
import type { Composition } from './composition.js';
import { textOf, toldAs, type ToldAs } from './told-as.js';
import { daysBefore, type Window } from './windows.js';

const mostOfEach = 20;
/** An item published this many days before the letter's window that only came in now is no news any more. */
const mostLate = 31;
/** A vote that is older and does not say when it closes is not looked for. */
const oldestVote = 92;

type Named = Pick<Composition, 'models' | 'assembly' | 'zone' | 'themesOf'>;

const sourcesOf = ({ models, assembly }: Named): ReadonlyMap<string, SourceRow> =>
  new Map(models.find(sources, { where: { assembly } }).map(({ row }) => [row.source, row]));

const knownAt = ({ published, recordedAt }: NewsRow): number => Date.parse(published ?? recordedAt);
const keyOf = ({ source, item }: NewsRow): string => `${source} ${item}`;

/** Of one moment, always in the same order: rows come in none. */
const newestFirst = (one: NewsRow, other: NewsRow): number =>
  knownAt(other) - knownAt(one) || (keyOf(one) < keyOf(other) ? -1 : 1);

const newsFact = (row: NewsRow, source: string, { themesOf }: Named): NewsFact => {
  const themes = themesOf?.(`${row.title} ${textOf(row.summary)}`) ?? [];
  return {
    title: row.title,
    ...(row.link && { link: row.link }),
    ...(row.published && { published: row.published }),
    source,
    ...(themes.length > 0 && { themes }),
  };
};

/** A vote with its row: when it became known, and until when it can be taken part in. */
export type Vote = Readonly<{ row: NewsRow; fact: VoteFact }>;

/** The votes among the items of the last months, the first to close first; those that do not say when they close come last. */
export const votesOf = (of: Named, until: Instant): Vote[] => {
  const platforms = sourcesOf(of);
  const rows = of.models
    .find(news, {
      where: { assembly: of.assembly },
      from: { recorded: daysBefore(until, oldestVote) },
      before: { recorded: until },
    })
    .map(({ row }) => row)
    .filter((row) => toldAs(row, platforms.get(row.source)?.platform) === 'votes');
  const vote = (row: NewsRow): Vote => {
    const closes = closingDate(`${row.title} ${textOf(row.summary)}`, row.published ?? row.recordedAt, of.zone);
    const fact = newsFact(row, platforms.get(row.source)?.title ?? row.source, of);
    return { row, fact: { ...fact, ...(closes && { closes }) } };
  };
  return rows.map(vote).sort((one, other) => deadline(one) - deadline(other) || newestFirst(one.row, other.row));
};

/** Far away, and a number that can be subtracted from itself, where it is not known. */
const deadline = ({ fact: { closes } }: Vote): number => (closes ? Date.parse(closes) : Number.MAX_SAFE_INTEGER);

/**
 * Items of a window, newest first. What came in as news belongs to the letter of the time it came in, though it was published
 * before: nothing falls between two letters. What was there when its source was first read is news by its own date only.
 */
const itemsOf = ({ models, assembly, until }: Composition, from: Instant): NewsRow[] => {
  const within = (column: 'recorded' | 'known'): NewsRow[] =>
    models
      .find(news, { where: { assembly }, from: { [column]: from }, before: { [column]: until } })
      .map(({ row }) => row);
  const oldest = daysBefore(from, mostLate);
  return [
    ...within('recorded').filter((row) => !row.backlog && (row.published ?? row.recordedAt) >= oldest),
    ...within('known').filter((row) => row.backlog),
  ].sort(newestFirst);
};

export type ItemFacts = Readonly<{ news: NewsFact[]; votes: VoteFact[]; minutes: NewsFact[] }>;

/**
 * What is open to be voted on: what came in since the last issue, and what was told before while its deadline is near enough.
 * A vote that closed before anybody could be told is news as anything else.
 */
export const itemFacts = (
  composition: Composition,
  { from, window }: Readonly<{ from: Instant; window: Window }>,
): ItemFacts => {
  const named = sourcesOf(composition);
  const items = itemsOf(composition, from);
  const until = Date.parse(composition.until);
  const isOpen = (vote: Vote): boolean => deadline(vote) > until;
  const isNear = (vote: Vote): boolean =>
    vote.fact.closes !== undefined && deadline(vote) - until <= window.reminds * 86_400_000;
  const keys = new Set(items.map(keyOf));
  const votes = votesOf(composition, composition.until).filter(
    (vote) => isOpen(vote) && (keys.has(keyOf(vote.row)) || isNear(vote)),
  );
  const told = new Set(votes.map(({ row }) => keyOf(row)));
  const as = (row: NewsRow): ToldAs => {
    const kind = toldAs(row, named.get(row.source)?.platform);
    return kind === 'votes' && !told.has(keyOf(row)) ? 'news' : kind;
  };
  const factsOf = (kind: ToldAs): NewsFact[] =>
    items
      .filter((row) => as(row) === kind)
      .slice(0, mostOfEach)
      .map((row) => newsFact(row, named.get(row.source)?.title ?? row.source, composition));
  return {
    news: factsOf('news'),
    minutes: factsOf('minutes'),
    votes: votes.slice(0, mostOfEach).map(({ fact }) => fact),
  };
};
