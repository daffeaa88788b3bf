import { html, type Html } from '../shell/html.js';
import { underlined, wrapped } from '../shell/plain.js';
import { fragment } from '../telling/fragments.js';
import { saidByOthers } from '../template.js';
import { changesOf, type Changed } from './changes.js';
import { changeHtml, changeText } from './changes-written.js';
import { saidAtOnce } from './said-at-once.js';
import { wordings } from './wording.js';

/** What a correction says, without what stands at its foot. */
export type CorrectionBody = Readonly<{ subject: string; first: string; html: Html; text: string }>;

/** Throws where nothing changed that a letter tells. */
export const correctionBody = (changed: Changed, publicUrl: string): CorrectionBody => {
  const { before, after, language } = changed;
  const changes = changesOf(changed);
  if (changes.length === 0 && before.cancelled === after.cancelled)
    throw new Error('a correction of what did not change');
  const words = wordings[language];
  const { subject, first } = saidAtOnce(changed, changes);
  const manner = { language, publicUrl, personal: true, cities: false };
  const now = fragment({ kind: 'gathering', fact: after }, 'full', manner);
  return {
    ...{ subject, first },
    html: html`<h1>${subject}</h1>
      <p>${first}</p>
      ${changes.map((change) => changeHtml(change, language))}
      <h2>${words.whole}</h2>
      ${{ html: now.html }}
      <p class="quiet">${words.sorry}</p> `,
    text: [
      underlined(wrapped(saidByOthers(subject)), '='),
      wrapped(saidByOthers(first)),
      ...changes.map((change) => changeText(change, language)),
      underlined(words.whole, '-'),
      now.text,
      wrapped(words.sorry),
    ].join('\n\n'),
  };
};
