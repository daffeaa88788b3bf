import type { GatheringFact, IssueContent, NewsFact } from '@relais/digest';
import { agenda, assemblies, news, sources, type AgendaRow, type NewsRow, type ReadModels } from '@relais/read-models';
import { addDays, localTime, type AssemblyId, type Instant, type TimeZone } from '@relais/vocabulary';

/** How far ahead a letter looks, in days; how far back the first one does. */
const ahead = 62;
const firstLooksBack = 31;
const mostGatherings = 40;
const mostNews = 20;

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

/**
 * What an issue says, made of rows alone: gatherings of the next two months; those further away that were announced since
 * the last issue, so that none is told twice in one letter; news since then. What was already there when its source was
 * first read is no news, unless its own date says so.
 */
export const composeIssue = ({ models, assembly, zone, since, until }: Composition): IssueContent => {
  const today = localTime(until, zone).date;
  const from = since ?? new Date(Date.parse(until) - firstLooksBack * 86_400_000).toISOString();
  const city = models.get(assemblies, assembly)?.profile.city ?? assembly;
  const coming = models
    .find(agenda, { where: { assembly }, from: { day: today }, order: ['starts', 'ascending'] })
    .map(({ row }) => row);
  const soon = coming.filter((row) => startDay(row) <= addDays(today, ahead));
  const later = coming.filter((row) => !soon.includes(row) && (row.published ?? row.recognisedAt) >= from);
  const titles = new Map(models.find(sources, { where: { assembly } }).map(({ row }) => [row.source, row.title]));
  const fresh = models
    .find(news, {
      where: { assembly },
      from: { known: from },
      before: { known: until },
      order: ['known', 'descending'],
      limit: mostNews,
    })
    .map(({ row }) => newsFactOf(row, titles.get(row.source) ?? row.source));
  return {
    upcoming: soon.slice(0, mostGatherings).map((row) => factOf(row, city)),
    announced: later.slice(0, mostGatherings).map((row) => factOf(row, city)),
    news: fresh,
  };
};

const startDay = ({ when }: AgendaRow): string => {
  if (when === undefined) return '';
  return when.kind === 'all-day' ? when.from : localTime(when.starts, when.zone).date;
};

/** Whether an issue has anything to say; one that has not is not sent. */
export const isEmpty = ({ upcoming, announced, news: items }: IssueContent): boolean =>
  upcoming.length + announced.length + items.length === 0;
