import type { LetterTemplate } from '@relais/digests';
import type { Purpose } from '@relais/digest';
import type { Instant } from '@relais/vocabulary';
import type { OpenLetter, Subscriber } from '../ledger/ledger.js';

/** A letter before it has a receiver's address: what all of one key share, and what is one person's own. */
export type Written = Readonly<{
  /** Letters of one key have the same template, headers but for `headers`, and date: what is made of them is made once. */
  key: string;
  template: () => LetterTemplate;
  /** What is put into the template's slots, by name: texts in clear, escaped where they go into HTML. */
  slots: Readonly<Record<string, string>>;
  /** Headers of this letter, unfolded. */
  headers: Readonly<Record<string, string>>;
  /** Who it is from, where that is not `MAIL_FROM`. */
  from?: string;
  /** For the Date header: a function of the letter, so that sending it again is sending the same. */
  date: Instant;
}>;

/** The letter cannot be written now: nothing is sent, it stays intended and is tried again; `message` says what is missing, of no person. */
export class CannotWrite extends Error {
  override readonly name = 'CannotWrite';
}

/**
 * How letters of one purpose are written, from the log and the read models. A new one: a class here, and its line in
 * `letter-kinds.ts`.
 */
export abstract class LetterKind {
  abstract readonly purpose: Purpose;
  /** Where it goes in clear, where that is no subscriber of ours, such as an external list; asked often. */
  addressOf(_letter: OpenLetter): string | undefined {
    return undefined;
  }
  /** Resolves to undefined where there is nothing to write any more: the letter is given up. Rejects with {@link CannotWrite}. */
  abstract write(letter: OpenLetter, receiver: Subscriber): Promise<Written | undefined>;
}
