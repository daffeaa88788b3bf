import type { SourceRow } from '@relais/read-models';

/** Words in an address that only calendars have. */
const ofCalendars = new Set(['ics', 'ical', 'icalendar', 'webcal', 'vcalendar']);
/** Words in an address that only feeds have. */
const ofFeeds = new Set(['rss', 'rss2', 'atom', 'rdf', 'xml', 'feed', 'feeds', 'feedformat', 'jsonfeed', 'backend']);
/** Platforms whose address is a feed, whatever it is called. */
const feedPlatforms = new Set(['atom', 'json-feed', 'rss', 'spip', 'wordpress']);

const wordsOf = (url: string): string[] => {
  const parsed = URL.parse(url);
  return `${parsed?.pathname ?? ''} ${parsed?.search ?? ''}`.toLowerCase().split(/[^a-z0-9]+/u);
};

/**
 * What feed readers may take an address for. `rss` is for what they can subscribe to: RSS, Atom and JSON Feed alike. OPML has
 * no type for calendars and for other programs' interfaces, and no reader knows one, so that they are links: to be opened.
 */
export const outlineType = (url: string, { platform }: Pick<SourceRow, 'platform'>): 'rss' | 'link' => {
  const words = wordsOf(url);
  if (words.some((word) => ofCalendars.has(word))) return 'link';
  return words.some((word) => ofFeeds.has(word)) || feedPlatforms.has(platform) ? 'rss' : 'link';
};
