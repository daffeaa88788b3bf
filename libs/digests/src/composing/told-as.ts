import type { NewsRow } from '@relais/read-models';

/** What an item that is no gathering is told as. */
export type ToldAs = 'votes' | 'minutes' | 'news';

const vote =
  /(?<!\p{L})(?:votes?|voter|votez|votations?|scrutins?|sondages?|mise aux voix|vot(?:ing|ed)|polls?|ballots?|stemming(?:en)?|stemmen|peiling(?:en)?)(?!\p{L})/iu;
const minutes =
  /(?<!\p{L})(?:comptes?[ -]rendus?|proc[eè]s[ -]verba(?:l|ux)|relevés? de décisions?|minutes (?:of|from)|meeting minutes|notulen|(?:vergader)?verslag(?:en)?)(?!\p{L})|^minutes(?!\p{L})/iu;
/** Capitals, and at the beginning, since they are part of many other words. */
const initialsOfMinutes = /^(?:CR|PV)(?![\p{L}\p{N}])/u;
/** Where Loomio has its polls; its discussions are elsewhere. */
const poll = /\/p\/[\w-]{6,}/;

/** The text of sanitised HTML. */
export const textOf = (html = ''): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();

/**
 * By the words of its title; of a platform where votes are taken, by those of its text and by its address too, since there a
 * title is what is voted on.
 */
export const toldAs = ({ title, summary, link }: NewsRow, platform: string | undefined): ToldAs => {
  if (minutes.test(title) || initialsOfMinutes.test(title)) return 'minutes';
  if (vote.test(title)) return 'votes';
  if (platform === 'loomio' && (poll.test(link ?? '') || vote.test(textOf(summary)))) return 'votes';
  return 'news';
};
