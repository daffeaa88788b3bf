import { html, type Html } from '../shell/html.js';
import { underlined, wrapped } from '../shell/plain.js';
import { saidByOthers } from '../template.js';
import { fitted, type Fitted, type Room } from './fitting.js';
import type { Length } from './fragments.js';
import type { TellableIssue } from './issue.js';
import type { Telling } from './telling.js';
import type { Manner } from './told.js';
import { wordsOf, type Words } from './words.js';

/** What a letter says from its `h1` down, without what stands at its foot. */
export type Body = Readonly<{ html: Html; text: string }>;

/** Where the whole of an issue can be read. */
export const archiveOf = ({ publicUrl, issue }: Pick<TellableIssue, 'publicUrl' | 'issue'>): string =>
  `${publicUrl}/lettres/${issue}`;

type Link = Readonly<{ text: string; href: string }>;

/** By these, what found no room is read. */
export const linksToWhole = (issues: readonly TellableIssue[], words: Words): Link[] =>
  issues.map((issue) => ({
    text: issues.length > 1 ? words.whole(issue.assemblyName) : words.archive,
    href: archiveOf(issue),
  }));

const htmlOf = ({ title, lead }: Telling, { sections, left }: Fitted, links: readonly Link[], words: Words): Html => {
  const shown = sections.map(
    (section) =>
      html`<h2>${section.title}</h2>
        ${section.fragments.length > 0 ? section.fragments.map(({ html: one }) => ({ html: one })) : html`<p>${section.empty ?? ''}</p> `}`,
  );
  const whole = links.map(({ text, href }) => html`<br /><a href="${href}">${text}</a>`);
  const more = left > 0 ? html`<p>${words.left(left)}${whole}</p> ` : html``;
  return html`<h1>${title}</h1>
    <p>${lead}</p>
    ${shown}${more}`;
};

const textOf = ({ title, lead }: Telling, { sections, left }: Fitted, links: readonly Link[], words: Words): string =>
  [
    underlined(wrapped(saidByOthers(title)), '='),
    wrapped(saidByOthers(lead)),
    ...sections.flatMap((section) => [
      underlined(section.title, '-'),
      ...(section.fragments.length > 0 ? section.fragments.map(({ text }) => text) : [section.empty ?? '']),
    ]),
    ...(left > 0
      ? [
          [
            words.left(left),
            ...links.map(({ text, href }) => `${wrapped(`${saidByOthers(text)}${words.colon}`)}\n${href}`),
          ].join('\n'),
        ]
      : []),
  ].join('\n\n');

/** A telling in HTML and in text, of the same facts: those for which there is room. */
export const bodyOf = (
  telling: Telling,
  issues: readonly TellableIssue[],
  { length, manner, room }: Readonly<{ length: Length; manner: Manner; room: Room }>,
): Body => {
  const words = wordsOf[manner.language];
  const fit = fitted(telling, length, manner, room);
  const links = linksToWhole(issues, words);
  return { html: htmlOf(telling, fit, links, words), text: textOf(telling, fit, links, words) };
};
