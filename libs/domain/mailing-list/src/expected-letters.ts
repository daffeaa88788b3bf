import type { Kind, Preferences } from './preferences.js';

/** How many facts of each kind there are in a month, where somebody wants to hear of them. */
export type FactsAMonth = Readonly<Record<Kind, number>>;

/** How many chances of a letter a month has, by rhythm. */
const chances = { day: 365.25 / 12, week: 365.25 / 7 / 12, month: 1 } as const;

/**
 * How many letters a month these preferences come to, on average: one at each chance at which there is something new, since an empty letter is not
 * sent; as it happens, one for each fact. Facts are taken to come at any time, independently of one another. What themes leave out is not
 * known beforehand, so that it is at most this.
 */
export const expectedLetters = ({ kinds, rhythm: { every } }: Preferences, facts: FactsAMonth): number => {
  const amount = kinds.reduce((sum, kind) => sum + facts[kind], 0);
  return every === 'event' ? amount : chances[every] * (1 - Math.exp(-amount / chances[every]));
};
