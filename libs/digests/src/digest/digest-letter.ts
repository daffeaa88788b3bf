import type { Html } from '../shell/html.js';
import { bodyOf } from '../telling/body.js';
import { wholeEdition, type DigestIssue } from '../telling/issue.js';
import { tellingOf } from '../telling/telling.js';
import type { HtmlLetter, LetterTemplate } from '../template.js';
import { roomFor, wholeLetter } from './edition-letter.js';

/** How an issue is told to everybody: nothing of it is anybody's own. */
const publicly = ({ language, publicUrl }: DigestIssue) => ({ language, publicUrl, personal: false, cities: false });

/** What an issue says, from its `h1` down, without anything personal: the archive's page. All of it, however long. */
export const issueFragment = (issue: DigestIssue): Html => {
  const telling = tellingOf(wholeEdition(issue.language), [issue]);
  const room = { bytes: Infinity, facts: Infinity };
  return bodyOf(telling, [issue], { length: 'full', manner: publicly(issue), room }).html;
};

export const subjectOf = (issue: DigestIssue): string => tellingOf(wholeEdition(issue.language), [issue]).title;

/** The whole letter of one issue in one language, with the slots of {@link editionLetter}. */
export const digestLetter = (issue: DigestIssue): HtmlLetter => wholeLetter(wholeEdition(issue.language), [issue]);

/**
 * The copy of an issue for an external list: plain text, with no link that is anybody's own, since everybody reads it; how
 * one leaves that list is said by that list.
 */
export const plainCopy = (issue: DigestIssue): LetterTemplate => {
  const edition = wholeEdition(issue.language);
  const telling = tellingOf(edition, [issue]);
  const { text } = bodyOf(telling, [issue], { length: 'full', manner: publicly(issue), room: roomFor(edition) });
  return { subject: telling.title, text: `${text}\n` };
};
