import { decodedText } from '../decoded-text.js';
import { feedInPage } from '../feed-in-page.js';
import type { Fetched } from '../source-format.js';

/** Atom's document of one entry. */
const soleEntry =
  /^(?:<\?[^>]{0,300}>\s{0,100}){0,3}<(?:[\w-]{1,40}:)?entry\s[^>]{0,2000}http:\/\/www\.w3\.org\/2005\/atom\b/i;

/** Whether a text begins as a feed, or is a page with one in it. */
export const isFeed = (text: string): boolean => {
  const at = text.search(/<([\w-]{1,40}:)?(rss|rdf|feed|channel)[\s/>]/i);
  const page = text.search(/<html[\s>]/i);
  if (at >= 0) return page < 0 || at < page || feedInPage(text) !== undefined;
  return page < 0 && soleEntry.test(text);
};

/** The text of the feed, without a page that stands around it. */
export const feedText = ({ body, mediaType }: Fetched): string => {
  const text = decodedText(body, mediaType);
  return text.slice(feedInPage(text));
};
