import type { Instant, Place, When } from '@relais/vocabulary';

/**
 * What a source says of one of its items. Texts are plain, `summary` is HTML sanitised at the way in, URLs are absolute.
 * No names of persons: authors are read but never recorded.
 */
export type ItemFields = Readonly<{
  kind: 'gathering' | 'news';
  title: string;
  link?: string;
  /** Other names of the same thing, such as an iCalendar UID or an ActivityPub id. */
  aliases?: readonly string[];
  /** URLs that its text points to: an announcement often links to the same gathering elsewhere. */
  mentions?: readonly string[];
  summary?: string;
  published?: Instant;
  when?: When;
  place?: Place;
  status?: 'confirmed' | 'tentative' | 'cancelled';
  themes?: readonly string[];
  /** BCP 47. */
  language?: string;
}>;

/** Why a source could not be read. `code` is for programs, `detail` for people. */
export type FailureReason = Readonly<{
  code: 'unreachable' | 'timeout' | 'too-large' | 'http-status' | 'unrecognised' | 'unreadable' | 'forbidden-address';
  detail: string;
}>;

/** An item that could not be used: where it stands in its document (a line, a path, a key), and what is wrong with it. */
export type Refusal = Readonly<{ where: string; what: string }>;
