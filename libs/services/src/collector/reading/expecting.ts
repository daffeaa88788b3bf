import type { KnownItem, KnownSource, ReportedItem } from '@relais/source';
import type { ItemKey, When } from '@relais/vocabulary';

/** What the last readings lead one to expect of the next document. Whoever forgets it withdraws an item one reading later. */
export type Expecting = Readonly<{
  /** Items that should have been in the last document and were not. */
  missing: readonly ItemKey[];
  /** What the last document that was wholly read showed, in its order; only where it tells of something to come. */
  order?: readonly ItemKey[];
  /** How many items it showed when it showed the most. */
  most?: number;
}>;

export type Shown = Readonly<{
  format: string;
  /** By the keys that they go by from now on. */
  items: readonly ReportedItem[];
  /** Keys that some of them went by until now. */
  before: readonly ItemKey[];
  /** Whether all of the document could be used. */
  whole: boolean;
}>;

/** A longer document is no window of the latest; its order is not remembered. */
const longestOrder = 1_000;

const startOf = (when: When): number => Date.parse(when.kind === 'timed' ? when.starts : `${when.from}T00:00:00Z`);

/** When it begins, if it is a gathering that has not begun and that a document showed; else undefined. */
const toCome = ({ hash, pushed, fields: { kind, when } }: KnownItem, now: number): number | undefined => {
  if (hash === null || pushed || kind !== 'gathering' || when === undefined) return undefined;
  const starts = startOf(when);
  return starts > now ? starts : undefined;
};

/** Of these items, those that are known, not withdrawn, and still to come. */
export const stillToCome = (items: readonly ItemKey[], state: KnownSource, now: number): ItemKey[] =>
  items.filter((item) => {
    const known = state.items.get(item);
    return known !== undefined && toCome(known, now) !== undefined;
  });

/**
 * Whether a calendar would show an item that begins then: it shows one that is later, or fewer than it once did. At the end
 * of a calendar that is as full as ever, the last may only have made room for another.
 */
const reaches = (starts: number, last: number, shown: number, most: number): boolean => last >= starts || shown < most;

/**
 * Where the window of a feed ended in the order of the document before: at the last item of today that was in it. What stood
 * further up should be there still; what stood further down may have left the window.
 */
const endOfWindow = ({ items }: Shown, ranks: ReadonlyMap<ItemKey, number>): number =>
  ranks.get(items.findLast(({ item }) => ranks.has(item))?.item ?? ('' as ItemKey)) ?? -1;

/**
 * What a document leads one to expect, and which items vanished: those to come that two documents in a row, both wholly read,
 * should have shown and did not. A calendar shows all there is to come; a feed is a window. An empty document is how a
 * broken export looks, and tells nothing.
 */
export const expectingAfter = (
  before: Expecting | undefined,
  shown: Shown,
  state: KnownSource,
  now: number,
): { vanished: readonly ItemKey[]; expecting: Expecting } => {
  const { missing = [], order = [], most = 0 } = before ?? {};
  if (!shown.whole || shown.items.length === 0) return { vanished: [], expecting: { ...before, missing: [] } };
  const present = new Set([...shown.items.map(({ item }) => item), ...shown.before]);
  const absent = [...state.items].flatMap(([item, known]) => {
    const starts = present.has(item) ? undefined : toCome(known, now);
    return starts === undefined ? [] : [{ item, starts }];
  });
  const begins = shown.items.flatMap((item) => toCome(item, now) ?? []);
  const last = begins.reduce((latest, starts) => Math.max(latest, starts), -Infinity);
  const ranks = new Map(order.map((item, index) => [item, index]));
  const end = endOfWindow(shown, ranks);
  const expected = absent.filter(({ item, starts }) =>
    shown.format === 'icalendar'
      ? reaches(starts, last, shown.items.length, most)
      : (ranks.get(item) ?? Infinity) < end,
  );
  const twice = new Set(missing);
  const vanished = absent.flatMap(({ item }) => (twice.has(item) ? [item] : []));
  const gone = new Set(vanished);
  return {
    vanished,
    expecting: {
      missing: expected.flatMap(({ item }) => (gone.has(item) ? [] : [item])),
      ...(begins.length > 0 && shown.items.length <= longestOrder && { order: shown.items.map(({ item }) => item) }),
      most: Math.max(most, shown.items.length),
    },
  };
};
