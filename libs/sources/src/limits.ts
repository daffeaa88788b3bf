import type { ReadingError } from './source-format.js';

/** How many items of one feed are read at most. */
export const mostItems = 5_000;

/** The items that are read, and the error that says so where there are more. */
export const firstItems = <Item>(
  items: readonly Item[],
): { read: readonly Item[]; errors: readonly ReadingError[] } => ({
  read: items.slice(0, mostItems),
  errors:
    items.length > mostItems
      ? [{ where: 'the feed', what: `more than ${mostItems} items; the rest was not read` }]
      : [],
});
