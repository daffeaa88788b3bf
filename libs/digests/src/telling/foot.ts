import type { Language } from '@relais/vocabulary';
import { html, type Html } from '../shell/html.js';
import { wrapped } from '../shell/plain.js';
import { saidByOthers, slot, slotInHtml } from '../template.js';
import { listed, wordsOf } from './words.js';

/** Of which lists somebody is written to, and where on the site what a letter says can be read. */
export type Foot = Readonly<{
  language: Language;
  listNames: readonly string[];
  pages: readonly Readonly<{ text: string; href: string }>[];
}>;

/** What stands at the foot of somebody's letter: why it came, and how to end that. Slots `leave`, `preferences`, `why`. */
export const footOf = ({ language, listNames, pages }: Foot): Readonly<{ html: Html; text: string }> => {
  const words = wordsOf[language];
  const why = words.why(listed(listNames.map(words.quoted), words));
  const slots = [
    { text: words.leave, name: 'leave' },
    { text: words.preferences, name: 'preferences' },
    { text: words.asked, name: 'why' },
  ];
  const links = [
    ...slots.map(({ text, name }) => html`<a href="${slotInHtml(name)}">${text}</a>`),
    ...pages.map(({ text, href }) => html`<a href="${href}">${text}</a>`),
  ].map((link, index) => (index > 0 ? html`<br />${link}` : link));
  return {
    html: html`<h2>${listed(listNames, words)}</h2>
      <p class="quiet">${why}</p>
      <p class="quiet">${links}</p> `,
    text: [
      '\n-- ',
      wrapped(saidByOthers(listed(listNames, words))),
      wrapped(saidByOthers(why)),
      ...slots.map(({ text, name }) => `${text}${words.colon}\n${slot(name)}`),
      ...pages.map(({ text, href }) => `${wrapped(`${saidByOthers(text)}${words.colon}`)}\n${href}`),
      '',
    ].join('\n'),
  };
};
