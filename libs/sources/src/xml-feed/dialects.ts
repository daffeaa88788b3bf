import { children, textIn, type Element } from './elements.js';

/** A feed of any dialect: the element that describes it, those of its items, and those of items it says are deleted. */
export type FeedElements = Readonly<{ feed: Element; items: readonly Element[]; tombstones: readonly Element[] }>;

const roots = new Set(['rss', 'rdf:rdf', 'rdf', 'feed', 'channel']);
/** Elements that items stand in, in one dialect or another. */
const containers = new Set([...roots, 'items', 'rdf:seq']);

/** The element of the feed, also where a server's warnings precede it. */
const rootIn = (document: Element): Element | undefined => {
  let level = children(document);
  for (let depth = 0; depth < 4 && level.length > 0; depth++) {
    const root = level.find(({ kind, local }) => roots.has(kind) || /^(rss|rdf|feed)$/i.test(local));
    if (root) return root;
    level = level.flatMap(children);
  }
  return undefined;
};

/** Atom's document of one entry: a feed of it, which says nothing of itself. */
const entryIn = (document: Element): Element | undefined =>
  children(document).some(({ kind, atom }) => kind === 'entry' && atom === '1.0') ? document : undefined;

/** Finds feed and items in RSS 0.9x, 1.0, 1.1 and 2.0, Atom 0.3 and 1.0, and CDF; undefined for any other document. */
export const feedIn = (document: Element): FeedElements | undefined => {
  const root = rootIn(document) ?? entryIn(document);
  if (root === undefined) return undefined;
  const items: Element[] = [];
  const tombstones: Element[] = [];
  const open = [root];
  for (const element of open)
    for (const child of children(element)) {
      const isItem = child.kind === 'item' || child.kind === 'entry';
      if (isItem) items.push(child);
      if (child.kind === 'at:deleted-entry') tombstones.push(child);
      // Within an item too: where its end tag is missing, the next one stands in it.
      if (isItem || containers.has(child.kind)) open.push(child);
    }
  return { feed: children(root).find(({ kind }) => kind === 'channel') ?? root, items, tombstones };
};

const none: readonly Element[] = [];

/** The children of a kind; only asked for once the document is read. */
export const all = (element: Element, kind: string): readonly Element[] =>
  (element.byKind ??= Map.groupBy(children(element), (child) => child.kind)).get(kind) ?? none;

/** The first child of the first of these kinds that has one with something in it. */
export const pick = (element: Element, ...kinds: readonly string[]): Element | undefined => {
  for (const kind of kinds) {
    const found = all(element, kind).find(({ content }) => content.length > 0);
    if (found) return found;
  }
  return undefined;
};

/** The texts of the children of a kind, without the blank ones. */
export const textsAt = (element: Element, kind: string): string[] =>
  all(element, kind).flatMap((found) => textIn(found).trim() || []);

/** The text of the first of these kinds that is not blank. */
export const textAt = (element: Element, ...kinds: readonly string[]): string | undefined => {
  for (const kind of kinds) {
    const [text] = textsAt(element, kind);
    if (text !== undefined) return text;
  }
  return undefined;
};
