import type { ItemFields, ReportedItem } from '@relais/source';
import { daysOf, type ItemKey } from '@relais/vocabulary';
import { canonicalUrl, type DomainAlias } from './canonical-url.js';
import { comparePlaces } from './place.js';
import { folded } from './text.js';
import { compareTitles } from './title.js';

/** What an old and a new key have in common; undefined where the item says too little for it to tell anything. */
type Trait = (item: ReportedItem, domains: readonly DomainAlias[]) => string | undefined;

const momentOf = ({ when, published }: ItemFields): string | undefined => {
  if (when?.kind === 'timed') return `at ${Date.parse(when.starts)}`;
  if (when) return `on ${daysOf(when).from} ${daysOf(when).until}`;
  return published && `published ${Date.parse(published)}`;
};
const urlOf = ({ link }: ItemFields, domains: readonly DomainAlias[]): string | undefined =>
  link === undefined ? undefined : canonicalUrl(link, domains);
/** Without the host: what remains when a site moves. The front page of a site is no page of an item. */
const pathOf = (fields: ItemFields, domains: readonly DomainAlias[]): string | undefined =>
  urlOf(fields, domains)?.replace(/^[^/?#]*/, '') || undefined;
const all = (...parts: (string | undefined)[]): string | undefined =>
  parts.every((part) => part !== undefined && part !== '') ? parts.join('\n') : undefined;

/** Each tells an item from the others of its source, the surest first; none is a title, a page or a day alone. */
const traits: readonly Trait[] = [
  ({ hash, fields }, domains) => all(hash, momentOf(fields) ?? urlOf(fields, domains)),
  ({ fields }, domains) => all(pathOf(fields, domains), folded(fields.title), momentOf(fields), fields.published),
  ({ fields }) => all(folded(fields.title), momentOf(fields), fields.published),
  ({ fields }, domains) => all(pathOf(fields, domains), folded(fields.title), momentOf(fields)),
  ({ fields }, domains) => all(pathOf(fields, domains), momentOf(fields)),
  // Where no day is said; else next week's of a series would be this week's under another key.
  ({ fields }, domains) => (momentOf(fields) ? undefined : all(pathOf(fields, domains), folded(fields.title))),
  ({ fields }) => all(folded(fields.title), momentOf(fields)),
  ({ fields }) => momentOf(fields),
];
/** Whoever corrects a title when a site moves leaves most of it. */
const alikeAtLeast = 0.8;

/** Whether nothing speaks against their being one item: neither the house nor, where they differ, the titles. */
const maybeOne = ({ fields: one }: ReportedItem, { fields: other }: ReportedItem): boolean => {
  if (one.kind !== other.kind || comparePlaces(one.place, other.place) === 'different') return false;
  if (folded(one.title) === folded(other.title)) return true;
  const { alike, atOdds } = compareTitles(one.title, other.title);
  return alike >= alikeAtLeast && !atOdds;
};

/** Two by two, each old one with the one new one that it may be; none where there is a choice. */
const unmistakable = (olds: readonly ReportedItem[], news: readonly ReportedItem[]): [ReportedItem, ReportedItem][] =>
  news.flatMap((item) => {
    const [before, ...others] = olds.filter((old) => maybeOne(old, item));
    if (before === undefined || others.length > 0) return [];
    return news.some((rival) => rival !== item && maybeOne(before, rival)) ? [] : [[before, item]];
  });

/** Items of which each says the same as the others: it makes no difference which is which. */
const indistinct = (olds: readonly ReportedItem[], news: readonly ReportedItem[]): [ReportedItem, ReportedItem][] =>
  olds.length === news.length && olds.every((old) => news.every((item) => maybeOne(old, item)))
    ? olds.flatMap((old, place) => (news[place] ? [[old, news[place]]] : []))
    : [];

/** More that share a moment than this are compared by nothing but what they share besides. */
const most = 50;

/**
 * Which new items of a source are old ones under another key: new key to old. `vanished` are those that it no longer shows
 * (not those that only left the window of a feed), `appeared` those whose key was never seen. What two could be is left
 * alone, to be withdrawn and published, unless the two say the same.
 */
export const rekeyed = (
  vanished: readonly ReportedItem[],
  appeared: readonly ReportedItem[],
  domains: readonly DomainAlias[] = [],
): ReadonlyMap<ItemKey, ItemKey> => {
  const found = new Map<ItemKey, ItemKey>();
  const byKey = (items: readonly ReportedItem[]) => new Map(items.map((item) => [item.item, item]));
  const [old, fresh] = [byKey(vanished), byKey(appeared)];
  const rounds = [unmistakable, indistinct].flatMap((pair) => traits.map((trait) => ({ pair, trait })));
  for (const { pair, trait } of rounds) {
    const by = (items: ReadonlyMap<ItemKey, ReportedItem>) =>
      Map.groupBy(items.values(), (item) => trait(item, domains));
    const olds = by(old);
    for (const [shared, news] of by(fresh)) {
      const before = olds.get(shared) ?? [];
      if (shared === undefined || before.length > most || news.length > most) continue;
      for (const [was, is] of pair(before, news)) {
        found.set(is.item, was.item);
        fresh.delete(is.item);
        old.delete(was.item);
      }
    }
  }
  return found;
};
