/** Words that say nothing of which gathering it is. */
export const empty: ReadonlySet<string> = new Set([
  'le',
  'la',
  'les',
  'l',
  'de',
  'des',
  'du',
  'd',
  'a',
  'au',
  'aux',
  'et',
  'en',
  'the',
  'of',
  'and',
  'exemple',
]);

/** Small letters without accents, punctuation as spaces. */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

type Words = Readonly<{ words: ReadonlySet<string>; numbers: ReadonlySet<number> }>;

const wordsOf = (title: string): Words => {
  const all = folded(title).slice(0, 500).split(' ');
  return {
    words: new Set(all.filter((word) => word && !empty.has(word))),
    numbers: new Set(all.filter((word) => /^\d+$/.test(word)).map(Number)),
  };
};

/** One title may say more (a date, a year), but not another number. */
const numbersAgree = (one: ReadonlySet<number>, other: ReadonlySet<number>): boolean =>
  one.isSubsetOf(other) || other.isSubsetOf(one);

/**
 * How alike two titles are, from 0 to 1: the Sørensen–Dice coefficient over their words. Where both carry numbers these must
 * agree, or it is 0: « … communs 10 » and « … communs 11 » are two gatherings.
 */
export const titleSimilarity = (one: string, other: string): number => {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  if (!numbersAgree(a.numbers, b.numbers)) return 0;
  if (a.words.size === 0 || b.words.size === 0) return folded(one) === folded(other) ? 1 : 0;
  return (2 * a.words.intersection(b.words).size) / (a.words.size + b.words.size);
};
