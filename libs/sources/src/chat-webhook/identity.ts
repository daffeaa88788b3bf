import { cleanAddress } from './clean-address.js';
import type { Link } from './message-text.js';

/** Threads `/d/<key>` and polls `/p/<key>` of Loomio; a comment in a thread is an item of its own. */
const loomio = /^\/(d|p)\/([A-Za-z0-9]{6,40})(?:\/(?:comment\/(\d{1,20})|[^/]{1,300}\/(\d{1,20})|[^/]{1,300}))?\/?$/;

const canonical = (url: URL): string => {
  const thread = loomio.exec(url.pathname);
  if (thread) {
    const [, kind, key, comment, position] = thread;
    const below = comment ? `/comment/${comment}` : position ? `/-/${position}` : '';
    return `${url.origin}/${kind}/${key}${below}`;
  }
  const clean = cleanAddress(url);
  clean.hash = '';
  return clean.href;
};

/** What a message is about: the thread or poll of Loomio that it links to, else its first link. */
export const identityOf = (links: readonly Link[]): { item: string; label?: string } | undefined => {
  const urls = links.flatMap(({ url, label }) => {
    const parsed = URL.parse(url);
    return parsed && ['http:', 'https:'].includes(parsed.protocol) ? [{ parsed, label }] : [];
  });
  const found = urls.find(({ parsed }) => loomio.test(parsed.pathname)) ?? urls[0];
  if (found === undefined) return undefined;
  const item = canonical(found.parsed);
  // A link that shows its own address names nothing.
  return found.label && !/^https?:/.test(found.label) ? { item, label: found.label } : { item };
};
