import type { Language } from '@relais/vocabulary';
import { html, type Html } from '../shell/html.js';
import { underlined, wrapped } from '../shell/plain.js';
import { wordsOf } from '../telling/words.js';
import { saidByOthers } from '../template.js';
import type { Change } from './changes.js';
import { wordings } from './wording.js';

const heading = ({ what }: Change, language: Language): string =>
  what.charAt(0).toLocaleUpperCase(language) + what.slice(1);

/** Before and now, below a heading that says of what. */
export const changeHtml = (change: Change, language: Language): Html => {
  const words = wordings[language];
  const { colon } = wordsOf[language];
  return html`<h2>${heading(change, language)}</h2>
    <p>
      <span class="before">${words.before}${colon} ${change.before}</span><br />${words.now}${colon}
      <strong>${change.now}</strong>
    </p> `;
};

export const changeText = (change: Change, language: Language): string => {
  const words = wordings[language];
  const { colon } = wordsOf[language];
  return [
    underlined(heading(change, language), '-'),
    '',
    wrapped(`${words.before}${colon} ${saidByOthers(change.before)}`),
    wrapped(`${words.now}${colon} ${saidByOthers(change.now)}`),
  ].join('\n');
};
