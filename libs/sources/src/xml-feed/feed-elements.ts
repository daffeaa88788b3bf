import { UnreadableDocument, type Fetched } from '../source-format.js';
import { feedIn, type FeedElements } from './dialects.js';
import { elementsOf } from './elements.js';
import { feedText } from './feed-text.js';

/** The elements of a feed, whatever its dialect; `complete` unless there were too many. Throws UnreadableDocument where there is none. */
export const feedElements = (fetched: Fetched): { found: FeedElements; complete: boolean } => {
  const { document, complete } = elementsOf(feedText(fetched), fetched.url);
  const found = feedIn(document);
  if (found === undefined) throw new UnreadableDocument('XML without a feed in it; expected rss, rdf:RDF or feed');
  return { found, complete };
};
