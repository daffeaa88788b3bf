import type { GatheringFact, IssueContent, NewsFact } from '@relais/digest';
import { agenda, assemblies, news, sources, type AgendaRow, type NewsRow, type ReadModels } from '@relais/read-models';
import { addDays, localTime, type AssemblyId, type Instant, type TimeZone } from '@relais/vocabulary';

/** How far ahead a letter looks, in days; how far back the first one does. */
const ahead = 62;
const firstLooksBack = 31;
const mostGatherings = 40;
const mostNews = 20;
/** An item published this many days before the letter's window that only came in now is no news any more. */
const mostLate = 31;

const daysBefore = (instant: Instant, days: number): Instant =>
  new Date(Date.parse(instant) - days * 86_400_000).toISOString();

export type Composition = Readonly<{
  models: ReadModels;
  assembly: AssemblyId;
  zone: TimeZone;
  /** When the issue before this one was composed; null for the first. */
  since: Instant | null;
  until: Instant;
}>;

const factOf = (row: AgendaRow, city: string): GatheringFact => ({
  gathering: row.gathering,
  city,
  title: row.title,
  ...(row.when && { when: row.when }),
  ...(row.place && { place: row.place }),
  ...(row.cancelled && { cancelled: true as const }),
});

const newsFactOf = (row: NewsRow, source: string): NewsFact => ({
  title: row.title,
  ...(row.link && { link: row.link }),
  ...(row.published && { published: row.published }),
  source,
});

type Window = Composition & Readonly<{ from: Instant }>;

/**
 * News of a window, newest first. What came in as news belongs to the letter of the time it came in, though it was published
 * before: nothing falls between two letters. What was there when its source was first read is news by its own date only.
 */
const newsOf = ({ models, assembly, from, until }: Window): NewsRow[] => {
  const within = (column: 'recorded' | 'known'): NewsRow[] =>
    models
      .find(news, { where: { assembly }, from: { [column]: from }, before: { [column]: until } })
      .map(({ row }) => row);
  const oldest = daysBefore(from, mostLate);
  return [
    ...within('recorded').filter((row) => !row.backlog && (row.published ?? row.recordedAt) >= oldest),
    ...within('known').filter((row) => row.backlog),
  ]
    .sort((one, other) => knownAt(other) - knownAt(one))
    .slice(0, mostNews);
};

const knownAt = ({ published, recordedAt }: NewsRow): number => Date.parse(published ?? recordedAt);

/**
 * What an issue says, made of rows alone: gatherings of the next two months; those further away that were recognised since
 * the last issue, so that none is told twice in one letter; news since then.
 */
export const composeIssue = (composition: Composition): IssueContent => {
  const { models, assembly, zone, since, until } = composition;
  const today = localTime(until, zone).date;
  const from = since ?? daysBefore(until, firstLooksBack);
  const city = models.get(assemblies, assembly)?.profile.city ?? assembly;
  const coming = models
    .find(agenda, { where: { assembly }, from: { day: today }, order: ['starts', 'ascending'] })
    .map(({ row }) => row);
  const isSoon = (row: AgendaRow): boolean => startDay(row) <= addDays(today, ahead);
  const isNew = ({ recognisedAt }: AgendaRow): boolean => recognisedAt >= from && recognisedAt < until;
  const later = coming.filter((row) => !isSoon(row) && isNew(row));
  const titles = new Map(models.find(sources, { where: { assembly } }).map(({ row }) => [row.source, row.title]));
  return {
    upcoming: coming
      .filter(isSoon)
      .slice(0, mostGatherings)
      .map((row) => factOf(row, city)),
    announced: later.slice(0, mostGatherings).map((row) => factOf(row, city)),
    news: newsOf({ ...composition, from }).map((row) => newsFactOf(row, titles.get(row.source) ?? row.source)),
  };
};

const startDay = ({ when }: AgendaRow): string => {
  if (when === undefined) return '';
  return when.kind === 'all-day' ? when.from : localTime(when.starts, when.zone).date;
};

/** Whether an issue has anything to say; one that has not is not sent. */
export const isEmpty = ({ upcoming, announced, news: items }: IssueContent): boolean =>
  upcoming.length + announced.length + items.length === 0;
