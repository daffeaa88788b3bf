import RssParser from 'rss-parser';
import type { ItemKey } from '@relais/vocabulary';
import { firstItems } from '../limits.js';
import type { Fetched, ReadDocument, SourceFormat } from '../source-format.js';
import { canonicalAtom } from './canonical-atom.js';
import { feedElements } from './feed-elements.js';
import { isFeed } from './feed-text.js';
import { aboutOf, headingOf } from './heading.js';
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

/** All that is taken from the tree of a feed: when this is done the tree, which may be large, is no longer needed. */
const takenFrom = (fetched: Fetched) => {
  const { found, complete } = feedElements(fetched);
  const { read: items, errors: beyond } = firstItems(found.items);
  return {
    canonical: canonicalAtom({ ...found, items }),
    about: aboutOf(found.feed),
    revisit: feedRevisit(found.feed),
    withdrawn: found.tombstones.flatMap(({ attributes }) => (attributes.get('ref')?.trim() ?? []) as ItemKey),
    beyond,
    complete,
  };
};

const read = async (fetched: Fetched): Promise<ReadDocument> => {
  const { canonical, about, revisit, withdrawn, beyond, complete } = takenFrom(fetched);
  const feed = await parser.parseString(canonical.xml);
  const { reports, errors } = itemReports(feed.items, canonical.asides, fetched, feed['h:language']);
  return {
    ...headingOf(about, { title: feed.title, link: feed['h:link'] }, fetched.url),
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
