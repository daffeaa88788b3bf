import type { LetterRow, SubscriberRow } from '@relais/read-models';
import type { Instant } from '@relais/vocabulary';

/**
 * What is to be done about a subscription of whoever is not heard of. `ask`: whether they still want it; `write`: the letter that
 * asks, and `write-again`: the other one, half-way; `end`: they did not answer.
 */
export type Question = 'none' | 'ask' | 'write' | 'write-again' | 'end';

const day = 24 * 60 * 60_000;
/** CNIL: three years after the last that was heard from the person themselves. */
const years = 3;
/** How long an answer is waited for. */
export const patience = 30 * day;
/** Nobody is ended sooner after the letter that asked them has left, however late that was. */
const least = 7 * day;
/** Nor is anybody reminded sooner. */
const between = 5 * day;

/** Whoever was heard of before then is asked. */
export const silentSince = (now: Instant): Instant => {
  const then = new Date(now);
  then.setUTCFullYear(then.getUTCFullYear() - years);
  return then.toISOString();
};

/** What is known of an address: one of its subscriptions, when it was last heard of by any of them, and the letters that ask. */
export type Known = Readonly<{
  row: Pick<SubscriberRow, 'askedAt' | 'askedUntil'>;
  heardAt: Instant;
  /** Those to this address since it was asked. */
  letters: readonly Pick<LetterRow, 'status' | 'at'>[];
}>;

export const questionOf = ({ row: { askedAt, askedUntil }, heardAt, letters }: Known, now: Instant): Question => {
  const at = Date.parse(now);
  if (askedAt === undefined || askedUntil === undefined) {
    return Date.parse(heardAt) < Date.parse(silentSince(now)) ? 'ask' : 'none';
  }
  // They chose or answered with another of their subscriptions.
  if (Date.parse(heardAt) > Date.parse(askedAt)) return 'none';
  const left = letters.filter(({ status }) => isOver[status]).map((letter) => Date.parse(letter.at));
  const first = Math.min(...left);
  if (at >= Date.parse(askedUntil)) return at - first >= least ? 'end' : unlessWritten(letters);
  const half = (Date.parse(askedAt) + Date.parse(askedUntil)) / 2;
  const isHalfWay = letters.length === 1 && at >= half && at - first >= between;
  return isHalfWay ? 'write-again' : unlessWritten(letters);
};

const unlessWritten = (letters: Known['letters']): Question => (letters.length === 0 ? 'write' : 'none');

/** Whether a letter has come to an end: it may have arrived, or never will. */
const isOver: Readonly<Record<LetterRow['status'], boolean>> = {
  ...{ intended: false, 'handed-over': false, deferred: false },
  ...{ accepted: true, refused: true, unknown: true },
};
