import { addressKey, publicAddress } from '@relais/assembly';
import { describedDocument, type Candidate, type ReadDocument } from '@relais/sources';
import type { AssemblyId, Instant, LocalDate, SourceId } from '@relais/vocabulary';

/** A gathering that a source would announce. */
export type Foreseen = Readonly<{ title: string; starts: Instant | LocalDate; place?: string }>;

/** An address that can be read, what would be read of it, and what it would be called. */
export type Suggestion = Readonly<{
  url: string;
  kind: Candidate['kind'];
  /** The format that reads it. */
  format: string;
  title: string;
  platform: string;
  site?: string;
  /** Why it was looked at: `linked as an alternate`, `Mobilizon` … */
  because: string;
  items: number;
  /** How many of the items say when they are. */
  gatherings: number;
  /** The first of those that are still to come. */
  next: readonly Foreseen[];
  /** The first of what could not be used, in words, and how many there are. */
  errors: readonly string[];
  errorsInAll: number;
  /** A source that reads this address already. */
  readBy?: Readonly<{ source: SourceId; assembly: AssemblyId }>;
}>;

const mostShown = 5;
const longestTitle = 200;

const placeInWords = ({ name, city }: Readonly<{ name?: string; city?: string }>): string =>
  [name, city].filter((part) => part !== undefined && part !== '').join(', ');

/** What would be read of a document. */
export const suggestionOf = (
  candidate: Candidate,
  reading: Readonly<{ format: string; document: ReadDocument }>,
  { now, platform, site }: Readonly<{ now: Instant; platform: string; site?: string }>,
): Suggestion => {
  const { format, document } = reading;
  const described = describedDocument(candidate.url, reading);
  const dated = described.items.flatMap(({ title, starts, place }) =>
    starts === null ? [] : [{ title, starts, ...(place && { place: placeInWords(place) }) }],
  );
  const today = now.slice(0, 10);
  const next = dated
    .filter(({ starts }) => starts >= (starts.length === 10 ? today : now))
    .toSorted((one, other) => (one.starts < other.starts ? -1 : one.starts > other.starts ? 1 : 0));
  const page = site ?? (document.link && publicAddress(document.link)?.href);
  const title = document.title || candidate.title || new URL(candidate.url).hostname;
  return {
    ...{ url: candidate.url, kind: kindOf(candidate, format, dated.length), format, platform },
    title: title.slice(0, longestTitle),
    ...(page && addressKey(page) !== addressKey(candidate.url) && { site: page }),
    because: candidate.because,
    items: document.reports.length,
    gatherings: dated.length,
    next: next.slice(0, mostShown),
    errors: document.errors.slice(0, mostShown).map(({ where, what }) => `${where}: ${what}`),
    errorsInAll: document.errors.length,
  };
};

const kindOf = ({ kind }: Candidate, format: string, gatherings: number): Candidate['kind'] => {
  if (format === 'icalendar') return 'calendar';
  if (format === 'html') return 'page';
  return kind === 'feed' && gatherings > 0 ? 'events' : kind === 'page' ? 'feed' : kind;
};

/** What says of gatherings is worth more than what only says of news, and what is empty a little less than what is not. */
export const worth = ({ confidence }: Candidate, { items, gatherings }: Suggestion): number =>
  confidence + (gatherings > 0 ? 0.4 : 0) - (items === 0 ? 0.2 : 0);
