import type { GatheringFact } from '@relais/digest';
import type { IssueId, Language } from '@relais/vocabulary';
import { html, type Html } from '../shell/html.js';
import { underlined, wrapped } from '../shell/plain.js';
import { letterDocument } from '../shell/shell.js';
import { archiveOf } from '../telling/body.js';
import { footOf } from '../telling/foot.js';
import { fragment } from '../telling/fragments.js';
import { whenTold } from '../telling/told.js';
import { wordsOf } from '../telling/words.js';
import { saidByOthers, type LetterTemplate } from '../template.js';
import { changesOf, type Change } from './changes.js';
import { wordings } from './wording.js';

/** What a letter said of a gathering, and what is so now; `issue` is the one that said it. */
export type Correction = Readonly<{
  before: GatheringFact;
  after: GatheringFact;
  issue: IssueId;
  language: Language;
  format?: 'html' | 'text';
  listName: string;
  publicUrl: string;
}>;

/** A title of others, as long as a subject may be. */
const short = (title: string): string => {
  const line = title.replace(/\s+/gu, ' ').trim();
  return line.length > 100 ? `${Array.from(line).slice(0, 99).join('')}…` : line;
};

/** The subject and the first line say what happened: who reads no further knows it. */
const saidAtOnce = (
  { before, after, language }: Correction,
  changes: readonly Change[],
): Readonly<{ subject: string; first: string }> => {
  const words = wordings[language];
  const title = wordsOf[language].quoted(after.title);
  if (after.cancelled && !before.cancelled)
    return {
      subject: words.off(short(after.title)),
      first: words.isOff(title, whenTold(before.when, false, language)),
    };
  if (before.cancelled && !after.cancelled)
    return { subject: words.on(short(after.title)), first: words.isOn(title, whenTold(after.when, false, language)) };
  const what = changes.map((change) => change.what).join(', ');
  return { subject: words.changed(short(after.title)), first: words.hasChanged(title, what) };
};

const changeHtml = ({ what, before, now }: Change, language: Language): Html => {
  const words = wordings[language];
  const { colon } = wordsOf[language];
  const name = what.charAt(0).toLocaleUpperCase(language) + what.slice(1);
  return html`<h2>${name}</h2>
    <p>
      <span class="before">${words.before}${colon} ${before}</span><br />${words.now}${colon} <strong>${now}</strong>
    </p> `;
};

const changeText = ({ what, before, now }: Change, language: Language): string => {
  const words = wordings[language];
  const { colon } = wordsOf[language];
  const name = what.charAt(0).toLocaleUpperCase(language) + what.slice(1);
  return [
    underlined(name, '-'),
    '',
    wrapped(`${words.before}${colon} ${saidByOthers(before)}`),
    wrapped(`${words.now}${colon} ${saidByOthers(now)}`),
  ].join('\n');
};

/**
 * Tells whoever received an issue what of a gathering is not so any more: before and now. Slots as in {@link editionLetter}.
 * Throws where nothing changed that a letter tells.
 */
export const correctionLetter = (correction: Correction): LetterTemplate => {
  const { before, after, language, listName, publicUrl, format = 'html' } = correction;
  const changes = changesOf(before, after, language);
  if (changes.length === 0 && before.cancelled === after.cancelled)
    throw new Error('a correction of what did not change');
  const words = wordings[language];
  const { subject, first } = saidAtOnce(correction, changes);
  const now = fragment({ kind: 'gathering', fact: after }, 'full', {
    language,
    publicUrl,
    personal: true,
    cities: false,
  });
  const pages = [{ text: wordsOf[language].archive, href: archiveOf(correction) }];
  const foot = footOf({ language, listNames: [listName], pages });
  const text = [
    underlined(wrapped(saidByOthers(subject)), '='),
    wrapped(saidByOthers(first)),
    ...changes.map((change) => changeText(change, language)),
    underlined(words.whole, '-'),
    now.text,
    wrapped(words.sorry),
    foot.text,
  ].join('\n\n');
  if (format === 'text') return { subject, text };
  const body = html`<h1>${subject}</h1>
    <p>${first}</p>
    ${changes.map((change) => changeHtml(change, language))}
    <h2>${words.whole}</h2>
    ${{ html: now.html }}
    <p class="quiet">${words.sorry}</p>
    ${foot.html}`;
  return { subject, html: letterDocument({ title: subject, language, preheader: first }, body), text };
};
