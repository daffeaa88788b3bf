import type { Instant } from '@relais/vocabulary';
import { dateOf } from '../dates.js';
import { instantOfSeconds } from '../item-list.js';
import { textsAt } from './dialects.js';
import type { Element } from './elements.js';

/** How many dates under one name are looked at. */
const mostDates = 10;

/** A zone that nobody knows says no more than none (RFC 2822, 4.3); and some count the seconds, or their thousandths. */
const readDate = (text: string): Instant | undefined => {
  if (/^\d{10}(\d{3})?$/.test(text)) return instantOfSeconds(Number(text.slice(0, 10)));
  return dateOf(text) ?? (/\d\s[A-Za-z]{1,5}$/.test(text) ? dateOf(text.replace(/\s[A-Za-z]{1,5}$/, '')) : undefined);
};

/**
 * The date that an element says under the first of these names. Of one that is said twice the last counts; where none can be
 * read, `illegible` is what was written.
 */
export const dateAt = (
  element: Element,
  ...kinds: readonly string[]
): Readonly<{ date: string | undefined; illegible: string | undefined }> => {
  const written = kinds.flatMap((kind) => textsAt(element, kind).slice(-mostDates).reverse());
  const date = written.map(readDate).find((read) => read !== undefined);
  return { date, illegible: date === undefined ? written[0] : undefined };
};

/** CDF's date of an element, which is an attribute. */
export const lastModified = (element: Element): string | undefined => dateOf(element.attributes.get('lastmod') ?? '');
