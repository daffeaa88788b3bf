import RssParser from 'rss-parser';
import type { ItemKey } from '@relais/vocabulary';
import { firstItems } from '../limits.js';
import type { Fetched, ReadDocument, SourceFormat } from '../source-format.js';
import { canonicalAtom } from './canonical-atom.js';
import { feedElements } from './feed-elements.js';
import { isFeed } from './feed-text.js';
import { headingOf } from './heading.js';
import { itemReports, type CanonicalItem } from './item-reports.js';
import { feedRevisit } from './revisit.js';

type CanonicalFeed = { 'h:link'?: string; 'h:language'?: string };

const parser = new RssParser<CanonicalFeed, CanonicalItem>({
  customFields: {
    feed: ['h:link', 'h:language'],
    item: [
      ...(['h:link', 'h:published', 'h:updated', 'h:author', 'h:language', 'h:aside'] as const),
      ['h:theme', 'themes', { keepArray: true }],
    ] as never[],
  },
});

const read = async (fetched: Fetched): Promise<ReadDocument> => {
  const { found, complete } = feedElements(fetched);
  const { read: items, errors: beyond } = firstItems(found.items);
  const canonical = canonicalAtom({ ...found, items });
  const feed = await parser.parseString(canonical.xml);
  const { reports, errors } = itemReports(feed.items, canonical.asides, fetched, feed['h:language']);
  const revisit = feedRevisit(found.feed);
  const withdrawn = found.tombstones.flatMap(({ attributes }) => (attributes.get('ref')?.trim() ?? []) as ItemKey);
  return {
    ...headingOf(found.feed, { title: feed.title, link: feed['h:link'] }, fetched.url),
    reports,
    ...(revisit && { revisit }),
    ...(withdrawn.length > 0 && { withdrawn }),
    errors: [
      ...beyond,
      ...canonical.errors,
      ...errors,
      ...(complete ? [] : [{ where: 'the feed', what: 'too deep or too many elements; the rest was not read' }]),
    ],
  };
};

/** RSS 0.9x, 1.0, 1.1, 2.0, Atom 0.3 and 1.0, and CDF: one front for all, `rss-parser` behind it. */
export const xmlFeed: SourceFormat = {
  name: 'xml-feed',
  recognises: (_fetched, text) => isFeed(text),
  read,
};
