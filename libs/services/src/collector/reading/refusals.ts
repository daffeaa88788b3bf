import { createHash } from 'node:crypto';
import type { Refusal } from '@relais/source';
import type { ReadingError } from '@relais/sources';
import { canonicalJson } from '@relais/vocabulary';

const address =
  /(?:mailto(?::|%3a))?([^\s«»“”"'<>()[\]{},;:=|\\/]+)(?:@|＠|%40|&#0*64;|&#x0*40;)[^\s«»“”"'<>()[\]{},;:=|\\/?#]+/giu;
/** Names that machines give, such as `20260312T170000-0077`: what stands before the @ of an iCalendar UID. */
const isMade = (name: string): boolean => name.length >= 12 && (name.match(/\d/g)?.length ?? 0) >= 6;

/** Without addresses of people: of what looks like one only a name that no person has is left, so that the item can be found. */
const withoutAddresses = (text: string): string =>
  text.replace(address, (_, name: string) => (isMade(name) ? name : '‹address›'));

/** What is quoted is there for the days and numbers in it; words of a broken line may be anybody's name. */
const withoutWords = (text: string): string =>
  text.replace(/«([^«»]*)»/g, (quoted, words: string) => (/\d/.test(words) ? quoted : '«…»'));

/** A text that quotes a document, as it may stand in the log. */
export const recordable = (text: string): string => withoutWords(withoutAddresses(text)).slice(0, 300);

/** What of a document could not be used, as it may stand in the log; the same in another order has the same hash. */
export const refusalsOf = (errors: readonly ReadingError[]): { all: readonly Refusal[]; hash: string } => {
  const all = errors.map(({ where, what }) => ({
    where: withoutAddresses(where).slice(0, 300),
    what: recordable(what),
  }));
  const hash = createHash('sha256').update(canonicalJson(all.map((one) => canonicalJson(one)).sort()));
  return { all, hash: hash.digest('hex').slice(0, 32) };
};
