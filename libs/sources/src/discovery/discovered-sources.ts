import { decodedText } from '../decoded-text.js';
import type { Fetched } from '../source-format.js';
import { bestFirst, type Candidate } from './candidate.js';
import { linkedIn } from './linked.js';
import { pageFacts } from './page-facts.js';
import { knownPaths } from './platforms.js';

/**
 * Where a site that shows this page publishes what Relais can read, the best first: what it links to, what its platform is known to have, and
 * the page itself if it names events. Nothing is fetched: whether an address answers is for the caller to see.
 */
export const discoveredSources = ({ url, html }: Readonly<{ url: string; html: string }>): readonly Candidate[] => {
  const address = URL.parse(url);
  if (address === null || !['http:', 'https:'].includes(address.protocol)) return [];
  const page = pageFacts(html, address);
  const itself: readonly Candidate[] = page.hasEvents
    ? [{ url: address.href, kind: 'page', confidence: 0.55, because: 'events in the page' }]
    : [];
  return bestFirst([...linkedIn(page), ...knownPaths(page), ...itself]);
};

/** How much of a page is looked at, in bytes: what links to feeds stands at its beginning, and somebody waits. */
const mostOfPage = 1_000_000;

/** The same for a page as it was fetched; for what is no page, what is known of its address alone. */
export const discoveredIn = ({
  url,
  mediaType,
  body,
}: Pick<Fetched, 'url' | 'mediaType' | 'body'>): readonly Candidate[] => {
  const text = decodedText(body.subarray(0, mostOfPage), mediaType);
  return discoveredSources({ url, html: text.trimStart().startsWith('<') ? text : '' });
};
