import type { Place } from '@relais/vocabulary';
import { empty, folded } from './text.js';

/** How streets are shortened, each within the words of a folded address. */
const shortened: readonly (readonly [RegExp, string])[] = [
  [/\b(av|ave)\b/g, 'avenue'],
  [/\b(bd|bld|blvd|boul)\b/g, 'boulevard'],
  [/\br\b/g, 'rue'],
  [/\bpl\b/g, 'place'],
  [/\ball\b/g, 'allee'],
  [/\ballees\b/g, 'allee'],
  [/\bchem\b/g, 'chemin'],
  [/\b(fg|fbg)\b/g, 'faubourg'],
  [/\brd\b/g, 'road'],
  [/\bsq\b/g, 'square'],
  [/\b(st|ste)\b/g, 'saint'],
  [/\bstreet\b/g, 'saint'],
  [/(\p{L})(straat|str)\b/gu, '$1straat'],
  [/\bgal\b/g, 'general'],
];

type Words = Readonly<{ numbers: ReadonlySet<string>; words: ReadonlySet<string> }>;

/** Of an address, what tells it from the others of its city: neither the city, nor its postal code, nor the country. */
const wordsOf = ({ address = '', city = '', postalCode = '', country = '', name = '' }: Place): Words => {
  const long = shortened.reduce((text, [short, full]) => text.replace(short, full), folded(address));
  const plain = long.split(' ').filter((word) => word && !empty.has(word));
  const where = new Set([city, country, name].flatMap((text) => folded(text).split(' ')));
  // A house may be called by its number: only a postal code is a number that tells nothing.
  const codes = new Set(folded(postalCode).split(' '));
  const kept = plain.filter(
    (word) => !codes.has(word) && !/^\d{5}$/.test(word) && (/^\d/.test(word) || !where.has(word)),
  );
  const words = kept.filter((word) => !/^\d/.test(word));
  return {
    numbers: new Set(kept.filter((word) => /^\d+[a-z]?$/.test(word))),
    // A house that is called by its street would have none left.
    words: new Set(words.length > 1 ? words : plain.filter((word) => !/^\d/.test(word))),
  };
};

const isSubset = <T>(one: ReadonlySet<T>, other: ReadonlySet<T>): boolean =>
  one.isSubsetOf(other) || other.isSubsetOf(one);

/** Most words of the one that says less: « 5 rue Jean Jaurès » is not « 5 rue Jean Moulin ». */
const enough = 0.75;

/**
 * Whether two addresses are one, however they are written: in any order, shortened or not, with or without the city. Only
 * with a number: « Lille » or « rue Gosselet » within an address says too little.
 */
export const sameAddress = (one: Place, other: Place): boolean => {
  const shared = { city: `${one.city ?? ''} ${other.city ?? ''}`, name: `${one.name ?? ''} ${other.name ?? ''}` };
  const postalCode = `${one.postalCode ?? ''} ${other.postalCode ?? ''}`;
  const [a, b] = [wordsOf({ ...one, ...shared, postalCode }), wordsOf({ ...other, ...shared, postalCode })];
  if (a.numbers.size === 0 || b.numbers.size === 0 || !isSubset(a.numbers, b.numbers)) return false;
  const least = Math.min(a.words.size, b.words.size);
  return least > 0 && a.words.intersection(b.words).size / least > enough;
};
