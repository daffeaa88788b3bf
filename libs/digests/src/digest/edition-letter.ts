import { html } from '../shell/html.js';
import { letterDocument } from '../shell/shell.js';
import { bodyOf, linksToWhole } from '../telling/body.js';
import { footOf } from '../telling/foot.js';
import type { Room } from '../telling/fitting.js';
import type { Edition, TellableIssue } from '../telling/issue.js';
import { tellingOf, type Telling } from '../telling/telling.js';
import { wordsOf } from '../telling/words.js';
import { type HtmlLetter, type LetterTemplate } from '../template.js';

/** A short letter is read in a minute. */
const mostInShort = 15;
/** Mail programs cut a letter off after 102,400 bytes; the shell and the foot take the rest. */
const mostBytes = 80_000;
export const roomFor = ({ length }: Pick<Edition, 'length'>): Room => ({
  bytes: mostBytes,
  facts: length === 'short' ? mostInShort : Infinity,
});

/** The first line that a mail program shows beside the subject: what comes first in the letter. */
export const preheaderOf = ({ sections, lead }: Telling): string => {
  const titles = sections.flatMap(({ facts }) => facts.map(({ fact }) => fact.title)).slice(0, 3);
  return titles.join(' · ').slice(0, 150).toWellFormed() || lead;
};

/** The letter with both of its parts. */
export const wholeLetter = (edition: Edition, issues: readonly TellableIssue[]): HtmlLetter => {
  const { language, length } = edition;
  const telling = tellingOf(edition, issues);
  const cities = new Set(issues.map(({ city }) => city)).size > 1;
  const manner = { language, publicUrl: issues[0]?.publicUrl ?? '', personal: true, cities };
  const body = bodyOf(telling, issues, { length, manner, room: roomFor(edition) });
  const listNames = issues.map(({ listName }) => listName);
  const foot = footOf({ language, listNames, pages: linksToWhole(issues, wordsOf[language]) });
  const head = { title: telling.title, language, preheader: preheaderOf(telling) };
  return {
    subject: telling.title,
    html: letterDocument(head, html`${body.html}${foot.html}`),
    text: `${body.text}\n${foot.text}`,
  };
};

/**
 * The letter of these issues for whoever wants this edition, each fact of them once; the first issue is the one that it is
 * dated by. Slots: `leave`, `preferences`, `why` are addresses; `answer` is a token. HTML and text say the same facts.
 * Throws without an issue. Whether there is anything to say: {@link saysNothing}.
 */
export const editionLetter = (edition: Edition, issues: readonly TellableIssue[]): LetterTemplate => {
  const letter = wholeLetter(edition, issues);
  return edition.format === 'text' ? { subject: letter.subject, text: letter.text } : letter;
};
