import type { Instant, Language, Place, When } from '@relais/vocabulary';

/** One entry of a feed, whatever the format: texts plain, `html` sanitised, URLs absolute. */
export type FeedEntry = Readonly<{
  /** The entry's identity for ever: a URL or URN. */
  id: string;
  title: string;
  url: string;
  published: Instant;
  updated: Instant;
  html: string;
  /** The assembly's name. */
  category: string;
  /** `title` is its own, without what the entry's says besides (that it is cancelled). */
  gathering?: Readonly<{ title: string; when?: When; place?: Place; cancelled: boolean }>;
}>;

export type Feed = Readonly<{
  title: string;
  description: string;
  /** The page this is the feed of, and the feed itself. */
  home: string;
  self: string;
  language: Language;
  /** When it last changed. */
  updated: Instant;
  entries: readonly FeedEntry[];
}>;

/** A way of writing a feed down. One folder each. */
export interface FeedFormat {
  readonly name: string;
  /** As in `/feed.<extension>`. */
  readonly extension: string;
  readonly mediaType: string;
  render(feed: Feed): string;
}
