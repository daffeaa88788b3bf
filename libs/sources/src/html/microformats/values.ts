import { elementsIn, textWithin, wordsOf, type PageElement } from '../../html-page.js';
import { writtenTime } from './written-time.js';

/** The attribute that says more exactly what an element shows. */
const exact: Readonly<Record<string, string>> = {
  abbr: 'title',
  data: 'value',
  input: 'value',
  area: 'alt',
  img: 'alt',
};
const addresses: Readonly<Record<string, string>> = {
  ...{ a: 'href', area: 'href', link: 'href', img: 'src', audio: 'src', video: 'src', source: 'src', iframe: 'src' },
  object: 'data',
};
const times: Readonly<Record<string, string>> = { time: 'datetime', ins: 'datetime', del: 'datetime' };

const attributeOf = (
  element: PageElement,
  ...tables: readonly Readonly<Record<string, string>>[]
): string | undefined =>
  tables
    .flatMap((table) => table[element.name] ?? [])
    .map((name) => element.attributes[name])
    .find((value) => value !== undefined);

/** A value has a few parts, at its beginning. */
const mostLookedAt = 200;

/** Parts of a value in elements of class `value` (their text) and `value-title` (their title). */
const partsIn = (element: PageElement, ...tables: readonly Readonly<Record<string, string>>[]): readonly string[] => {
  const parts: string[] = [];
  let lookedAt = 0;
  for (const within of elementsIn(element, (one) => !wordsOf(one, 'class').includes('value'))) {
    if (++lookedAt > mostLookedAt) break;
    const words = wordsOf(within, 'class');
    if (words.includes('value-title')) parts.push(within.attributes['title'] ?? '');
    else if (words.includes('value')) parts.push(attributeOf(within, ...tables, exact) ?? textWithin(within));
  }
  return parts;
};

/** What a property of an element says, by the kind of property: text, an address, a time. */
export const valueOf = (element: PageElement, kind: string): string => {
  if (kind === 'dt') {
    const parts = partsIn(element, times);
    return writtenTime(parts.length > 0 ? parts : [attributeOf(element, times, exact) ?? textWithin(element)]);
  }
  const parts = kind === 'u' ? partsIn(element, addresses) : partsIn(element);
  if (parts.length > 0) return parts.join('').trim();
  return (attributeOf(element, ...(kind === 'u' ? [addresses] : []), exact) ?? textWithin(element)).trim();
};
