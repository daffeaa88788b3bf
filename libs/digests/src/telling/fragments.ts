import { html, type Html } from '../shell/html.js';
import { wrapped } from '../shell/plain.js';
import { saidByOthers, slot, slotInHtml } from '../template.js';
import { toldOf, type Act, type Manner, type Tellable, type Told } from './told.js';
import { wordsOf } from './words.js';

/** A fact as it stands in a letter. */
export type Fragment = Readonly<{ html: string; text: string }>;
export type Length = 'short' | 'full';

const actHtml = ({ text, href, slot: name, choices }: Act): Html =>
  choices ? joined(choices.map(actHtml)) : html`<a href="${href}${name ? slotInHtml(name) : html``}">${text}</a>`;

/** No line begins with a dot. */
const joined = (parts: readonly Html[]): Html => ({ html: parts.map((part) => part.html).join('&nbsp;· ') });

const titleHtml = ({ title, link }: Told): Html => (link ? html`<a href="${link}">${title}</a>` : html`${title}`);

const fullHtml = (told: Told): Html => {
  const off = told.off ? html` class="off"` : html``;
  const lines = told.lines.map((line) => html`${line}`.html).join('<br />');
  const acts = told.acts.length > 0 ? html` <p class="acts">${joined(told.acts.map(actHtml))}</p>` : html``;
  return html`<h3${off}>${titleHtml(told)}</h3>\n<p>${{ html: lines }}</p>${acts}\n`;
};

const shortHtml = (told: Told): Html => {
  const off = told.off ? html` class="off"` : html``;
  return html`<p${off}>${titleHtml(told)} · ${told.lines[0] ?? ''}</p>\n`;
};

const linkText = ({ link }: Told): string[] => (link ? [`  ${link}`] : []);

const actText = (act: Act, colon: string): string =>
  wrapped(`${act.text}${colon} ${act.href}${act.slot ? slot(act.slot) : ''}`, '  ');

const fullText = (told: Told, colon: string): string =>
  [
    wrapped(`* ${saidByOthers(told.title)}`, '', '  '),
    ...told.lines.map((line) => wrapped(saidByOthers(line), '  ')),
    ...linkText(told),
    ...told.acts.map((act) => actText(act, colon)),
  ].join('\n');

const shortText = (told: Told): string =>
  [wrapped(`* ${saidByOthers(`${told.title} · ${told.lines[0] ?? ''}`)}`, '', '  '), ...linkText(told)].join('\n');

const fragmentOf = (tellable: Tellable, length: Length, manner: Manner): Fragment => {
  const told = toldOf(tellable, manner);
  // News that there is one line to say of is no shorter in full.
  return length === 'full' && (tellable.kind === 'gathering' || told.lines.length > 1)
    ? { html: fullHtml(told).html, text: fullText(told, wordsOf[manner.language].colon) }
    : { html: shortHtml(told).html, text: shortText(told) };
};

/** Made once for each fact, and forgotten with it; in it, by all else that a fragment depends on. */
const made = new WeakMap<object, Map<string, Fragment>>();

/** A fact as it stands in letters of this length and manner: rendered once, however many letters tell it. */
export const fragment = (tellable: Tellable, length: Length, manner: Manner): Fragment => {
  const ofFact = made.get(tellable.fact) ?? new Map<string, Fragment>();
  made.set(tellable.fact, ofFact);
  const { language, publicUrl, personal, cities } = manner;
  const zone = tellable.kind === 'vote' ? tellable.zone : undefined;
  const key = JSON.stringify([tellable.kind, zone, length, language, publicUrl, personal, cities]);
  const known = ofFact.get(key) ?? fragmentOf(tellable, length, manner);
  ofFact.set(key, known);
  return known;
};
