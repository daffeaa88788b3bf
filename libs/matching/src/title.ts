import { empty, folded } from './text.js';
import { undated } from './title-dates.js';
import { called, common, kinds, meaningsOf } from './title-words.js';

/** How two titles relate. */
export type TitleRelation = Readonly<{
  /** From 0 to 1: the Sørensen–Dice coefficient over what their words mean, kinds of gathering weighing less. */
  alike: number;
  /** Each says something that the other does not: « atelier vélo », « atelier couture ». */
  atOdds: boolean;
  /** One says all that the other says, and it is more than a kind of gathering. */
  holds: boolean;
  /** What the first says that the other does not: another kind of gathering, something of its own, or nothing that counts. */
  adds: 'a kind' | 'something' | 'nothing';
}>;

/** A word as it is written, and what it stands for. */
type Word = Readonly<{ written: string; means: string; weight: number }>;
type Said = Readonly<{
  words: readonly Word[];
  numbers: ReadonlySet<number>;
  years: ReadonlySet<number>;
  days: ReadonlySet<string>;
}>;

const weightOf = (means: string): number => {
  if (kinds.has(means)) return 0.4;
  if (common.has(means)) return 0.3;
  return /^\d+$/.test(means) ? 0.5 : 1;
};
const isYear = (number: number): boolean => number >= 1900 && number < 2100;

/** Phrases are the city and the house, which say where and not what; they stay where nothing else is said. */
const without = (text: string, phrases: readonly string[]): string => {
  const left = phrases.reduce((rest, phrase) => ` ${rest} `.replace(` ${phrase} `, ' ').trim(), text);
  return left.split(' ').some((word) => word !== '' && !empty.has(word)) ? left : text;
};

const saidBy = (title: string, aside: readonly string[]): Said => {
  const small = title.slice(0, 500).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const { rest, days } = undated(small.replace(called, ' '));
  const text = without(folded(rest), aside);
  const written = [...new Set(text.replace(/\b(?:n|no|nr|numero) (?=\d)/g, '').split(' '))].filter(
    (word) => word && !empty.has(word),
  );
  const numbers = written.flatMap((word) => /^(\d+)(?:e|eme|er|th|de|ste)?$/.exec(word)?.[1] ?? []).map(Number);
  const words = new Map<string, Word>();
  for (const word of written)
    for (const means of meaningsOf(/^\d+/.test(word) ? String(parseInt(word, 10)) : word))
      words.set(means, { written: word, means, weight: weightOf(means) });
  return {
    words: [...words.values()],
    numbers: new Set(numbers.filter((number) => !isYear(number))),
    years: new Set(numbers.filter(isYear)),
    days,
  };
};

/** One letter left out, put in, changed, or swapped with its neighbour; in words long enough that this makes no other. */
const mistyped = (one: string, other: string): boolean => {
  if (Math.max(one.length, other.length) < 5 || Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  const [a, b] = [one.slice(start), other.slice(start)];
  if (a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1)) return true;
  return a.slice(2) === b.slice(2) && a[0] === b[1] && a[1] === b[0];
};

/** One title may say more (a date, a year), but not another number. */
const agree = <T>(one: ReadonlySet<T>, other: ReadonlySet<T>): boolean =>
  one.isSubsetOf(other) || other.isSubsetOf(one);

const nothingAlike: TitleRelation = { alike: 0, atOdds: true, holds: false, adds: 'something' };
const sum = (words: readonly Word[]): number => words.reduce((total, { weight }) => total + weight, 0);
const isSpecific = ({ weight }: Word): boolean => weight === 1;
const isKind = ({ means }: Word): boolean => kinds.has(means);

/** How much of one the other says too, and what each says alone. */
const paired = (one: Said, other: Said) => {
  const left = [...other.words];
  const alone: Word[] = [];
  const both: Word[] = [];
  for (const word of [...one.words].sort((a, b) => a.weight - b.weight)) {
    const exact = left.findIndex(({ means }) => means === word.means);
    const at = exact >= 0 ? exact : left.findIndex(({ written }) => mistyped(written, word.written));
    const [found] = at >= 0 ? left.splice(at, 1) : [];
    if (found) both.push(found.weight < word.weight ? found : word);
    else alone.push(word);
  }
  return { alone, left, both };
};

const added = (alone: readonly Word[]): TitleRelation['adds'] => {
  if (alone.some(isKind)) return 'a kind';
  return alone.some(isSpecific) ? 'something' : 'nothing';
};

/**
 * Compares titles by what they say: across languages, whatever their case, with the days and hours that they name left out.
 * Numbers and days must agree where both carry any: « … communs 10 » and « … communs 11 » are two gatherings. `aside` is
 * what they may say of the place, folded.
 */
export const compareTitles = (one: string, other: string, aside: readonly string[] = []): TitleRelation => {
  const [a, b] = [saidBy(one, aside), saidBy(other, aside)];
  if (!agree(a.numbers, b.numbers) || !agree(a.years, b.years) || !agree(a.days, b.days)) return nothingAlike;
  if (a.words.length === 0 || b.words.length === 0)
    return folded(one) === folded(other) ? { alike: 1, atOdds: false, holds: true, adds: 'nothing' } : nothingAlike;
  const { alone, left, both } = paired(a, b);
  const otherKinds = !both.some(isKind) && alone.some(isKind) && left.some(isKind);
  return {
    alike: (2 * sum(both)) / (2 * sum(both) + sum(alone) + sum(left)),
    atOdds: otherKinds || (alone.some(isSpecific) && left.some(isSpecific)),
    holds: (both.some(isSpecific) || both.length > 1) && (alone.length === 0 || left.length === 0),
    adds: added(alone),
  };
};

/** How alike two titles are, from 0 to 1. */
export const titleSimilarity = (one: string, other: string): number => compareTitles(one, other).alike;
