import type { GatheringId, Instant, Place, When } from '@relais/vocabulary';

/** A gathering as a letter tells it. */
export type GatheringFact = Readonly<{
  gathering: GatheringId;
  city: string;
  title: string;
  when?: When;
  place?: Place;
  cancelled?: true;
  /** Themes of the configuration that it is of. */
  themes?: readonly string[];
}>;

/** A news item as a letter tells it. */
export type NewsFact = Readonly<{
  title: string;
  link?: string;
  published?: Instant;
  source: string;
  themes?: readonly string[];
}>;

/** A vote that is open; `closes` is its deadline. */
export type VoteFact = NewsFact & Readonly<{ closes?: Instant }>;

/** What one issue says: facts only, nothing of any person, so that it can be published and made again. */
export type IssueContent = Readonly<{
  /** Gatherings to come, soonest first. */
  upcoming: readonly GatheringFact[];
  /** Those of them, and of the past, that were announced since the issue before. */
  announced: readonly GatheringFact[];
  news: readonly NewsFact[];
  /** Open votes, the first to close first. */
  votes?: readonly VoteFact[];
  /** Minutes of gatherings. */
  minutes?: readonly NewsFact[];
}>;
