import type { Element } from './elements.js';
import { children } from './elements.js';

/** Namespaces by what they are for; a prefix that was never declared stands for itself. */
const roles: Readonly<Record<string, string>> = {
  'http://www.w3.org/2005/atom': 'atom',
  'http://purl.org/atom/ns#': 'atom',
  atom: 'atom',
  'http://purl.org/dc/elements/1.1/': 'dc',
  dc: 'dc',
  'http://purl.org/dc/terms/': 'dcterms',
  dcterms: 'dcterms',
  'http://purl.org/rss/1.0/modules/content/': 'content',
  content: 'content',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#': 'rdf',
  rdf: 'rdf',
  'http://www.w3.org/1999/xhtml': 'xhtml',
  'http://purl.org/rss/1.0/': 'rss',
  'http://purl.org/net/rss1.1#': 'rss',
  'http://my.netscape.com/rdf/simple/0.9/': 'rss',
  'http://channel.netscape.com/rdf/simple/0.9/': 'rss',
  'http://backend.userland.com/rss2': 'rss',
  'http://backend.userland.com/rss': 'rss',
  '': 'rss',
};

const roleOf = (element: Element): string => roles[element.namespace.toLowerCase()] ?? 'other';

/** A feed of any dialect: its own element, and those of its items. */
export type FeedElements = Readonly<{ dialect: 'atom' | 'rss'; feed: Element; items: readonly Element[] }>;

/** Finds feed and items in RSS 0.9x, 1.0, 1.1, 2.0, Atom 0.3 and 1.0; undefined for any other document. */
export const feedIn = (root: Element): FeedElements | undefined => {
  const name = root.name.toLowerCase();
  if (name === 'feed') return { dialect: 'atom', feed: root, items: named(root, 'entry') };
  if (name !== 'rss' && name !== 'rdf' && name !== 'channel') return undefined;
  const channel = name === 'channel' ? root : (named(root, 'channel')[0] ?? root);
  const nested = named(channel, 'items').flatMap((items) => named(items, 'item'));
  return { dialect: 'rss', feed: channel, items: [...named(channel, 'item'), ...nested, ...(channel === root ? [] : named(root, 'item'))] };
};

const named = (element: Element, name: string): Element[] =>
  children(element).filter((child) => child.name.toLowerCase() === name);

/** Children by role and name, such as `title` (of the feed's own dialect), `dc:date` or `content:encoded`; the first kind that is there. */
export const pick = (element: Element, ...kinds: readonly string[]): Element | undefined => {
  for (const kind of kinds) {
    const found = all(element, kind)[0];
    if (found) return found;
  }
  return undefined;
};

export const all = (element: Element, kind: string): Element[] => {
  const [role, name] = kind.includes(':') ? (kind.split(':') as [string, string]) : [undefined, kind];
  return children(element).filter((child) => {
    if (child.name.toLowerCase() !== name.toLowerCase()) return false;
    const its = roleOf(child);
    return role === undefined ? its === 'rss' || its === 'atom' : its === role;
  });
};
