import type { GatheringId, Instant, Place, When } from '@relais/vocabulary';

/** A gathering as a letter tells it. */
export type GatheringFact = Readonly<{
  gathering: GatheringId;
  city: string;
  title: string;
  when?: When;
  place?: Place;
  cancelled?: true;
}>;

/** A news item as a letter tells it. */
export type NewsFact = Readonly<{ title: string; link?: string; published?: Instant; source: string }>;

/** What one issue says: facts only, nothing of any person, so that it can be published and made again. */
export type IssueContent = Readonly<{
  /** Gatherings to come, soonest first. */
  upcoming: readonly GatheringFact[];
  /** Those of them, and of the past, that were announced since the issue before. */
  announced: readonly GatheringFact[];
  news: readonly NewsFact[];
}>;
