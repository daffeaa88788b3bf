import { folded, rekeyed, type DomainAlias } from '@relais/matching';
import { presentKey, type KnownItem, type KnownSource, type ReportedItem } from '@relais/source';
import type { ItemKey } from '@relais/vocabulary';

/** What two of one item always have in common: the day or the moment, or where there is none, the title. */
const keptBy = ({ when, published, title }: KnownItem['fields']): string => {
  if (when?.kind === 'timed') return `at ${Date.parse(when.starts)}`;
  if (when) return `on ${when.from}`;
  return published ? `published ${Date.parse(published)}` : folded(title);
};

/**
 * Which items of a document whose keys were never seen are known ones under another key: new key to old. Any item that came
 * from a document, is not withdrawn and is not in this one may be the old one, however long ago it left the window of its
 * feed: the pairing asks for the same moment, and for a title, a page or a text besides, and takes none where two would
 * do. Most of what is known shares no moment with what appeared and is not compared: a source may have 100,000 items.
 */
export const renamedIn = (
  state: KnownSource,
  items: readonly ReportedItem[],
  domains: readonly DomainAlias[],
): ReadonlyMap<ItemKey, ItemKey> => {
  const present = new Set(items.map(({ item }) => presentKey(state, item)));
  const appeared = items.filter(({ item }) => !state.items.has(presentKey(state, item)));
  if (appeared.length === 0) return new Map();
  const kept = new Set(appeared.map(({ fields }) => keptBy(fields)));
  const vanished = [...state.items].flatMap(([item, { hash, pushed, fields }]): ReportedItem[] =>
    hash !== null && !pushed && !present.has(item) && kept.has(keptBy(fields)) ? [{ item, fields, hash }] : [],
  );
  return rekeyed(vanished, appeared, domains);
};
