import { dateOf } from '../dates.js';
import { textsAt } from './dialects.js';
import type { Element } from './elements.js';

/** How many dates under one name are looked at. */
const mostDates = 10;

/**
 * The date that an element says under the first of these names. Of one that is said twice the last counts; where none can be
 * read, `illegible` is what was written.
 */
export const dateAt = (
  element: Element,
  ...kinds: readonly string[]
): Readonly<{ date: string | undefined; illegible: string | undefined }> => {
  const written = kinds.flatMap((kind) => textsAt(element, kind).slice(-mostDates).reverse());
  const date = written.map(dateOf).find((read) => read !== undefined);
  return { date, illegible: date === undefined ? written[0] : undefined };
};

/** CDF's date of an element, which is an attribute. */
export const lastModified = (element: Element): string | undefined => dateOf(element.attributes.get('lastmod') ?? '');
