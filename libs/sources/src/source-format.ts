import type { ItemFields } from '@relais/source';
import type { Instant, ItemKey, TimeZone } from '@relais/vocabulary';

/** What was fetched, before anybody has looked into it. */
export type Fetched = Readonly<{
  /** Where it finally came from, after redirects: what relative URLs are resolved against. */
  url: string;
  /** The Content-Type as the server gave it; may be empty or wrong. */
  mediaType: string;
  body: Uint8Array;
  fetchedAt: Instant;
  /** The source's own zone, in which times that name none are read. */
  zone: TimeZone;
}>;

/** One item of a document, before it is compared with what is known. `author` is shown when reading by hand and never recorded. */
export type Report = Readonly<{
  item: ItemKey;
  fields: ItemFields;
  updated?: Instant;
  author?: string;
  /** The RRULE of the series that it is an occurrence of. */
  recurrence?: string;
}>;

/** Something in a document that could not be used; the rest was. */
export type ReadingError = Readonly<{ where: string; what: string }>;

/** What a document says of itself beside title and link. Nothing of it is recorded: it is for people who look at a source. */
export type About = Readonly<{
  id?: string;
  /** Sanitised HTML, as are the rights. */
  description?: string;
  rights?: string;
  author?: string;
  published?: Instant;
  updated?: Instant;
}>;

/** What a document says of when it is worth reading again. */
export type Revisit = Readonly<{
  /** Not more often than each so many minutes (RSS `ttl`, `sy:`, iCalendar REFRESH-INTERVAL). */
  everyMinutes?: number;
  /** Hours of the day in UTC, 0 to 23, in which it does not change (RSS `skipHours`). */
  notAtHours?: readonly number[];
  /** Days of the week in UTC, 1 for Monday to 7, on which it does not change (RSS `skipDays`). */
  notOnDays?: readonly number[];
}>;

/** A document as its format understood it. */
export type ReadDocument = Readonly<{
  title?: string;
  link?: string;
  about?: About;
  reports: readonly Report[];
  /** Items that the document itself says are deleted. */
  withdrawn?: readonly ItemKey[];
  errors: readonly ReadingError[];
  revisit?: Revisit;
}>;

/** The whole document cannot be read; says what was found and what was expected. */
export class UnreadableDocument extends Error {
  override readonly name = 'UnreadableDocument';
}

/** A way of writing items down that the hub can read. One folder each. */
export interface SourceFormat {
  readonly name: string;
  /** By content first, by media type only where content cannot tell. `text` is the beginning of the body, decoded. */
  recognises(fetched: Fetched, text: string): boolean;
  /** The reports in a document; pure, so that fixtures are its whole test. Rejects with {@link UnreadableDocument}. */
  read(fetched: Fetched): Promise<ReadDocument>;
}
