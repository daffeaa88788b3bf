import { escaped, type Html } from './shell/html.js';

/**
 * A letter with slots for what is personal, such as `{{preferences}}`: rendered once for all who get the same. Without
 * `html` it is one in plain text.
 */
export type LetterTemplate = Readonly<{ subject: string; html?: string; text: string }>;
export type HtmlLetter = LetterTemplate & Readonly<{ html: string }>;

/** Which version of our templates a letter was made with; raised whenever one of them changes. */
export const templateVersion = 3;

type Slots = Readonly<Record<string, string>>;

/** One person's letter. Throws when a slot is left open: a letter with a dead link must not go out. */
export function filled(letter: HtmlLetter, slots: Slots): HtmlLetter;
export function filled(letter: LetterTemplate, slots: Slots): LetterTemplate;
export function filled({ subject, html, text }: LetterTemplate, slots: Slots): LetterTemplate {
  const put = (into: string, escape: (value: string) => string): string =>
    into.replace(/\{\{(\w+)\}\}/g, (_slot, name: string) => {
      const value = slots[name];
      if (value === undefined) throw new Error(`the letter has no «${name}» to put in`);
      return escape(value);
    });
  const textOnly = { subject, text: put(text, (value) => value) };
  return html === undefined ? textOnly : { ...textOnly, html: put(html, escaped) };
}

/** A place for something personal, in text and in HTML. */
export const slot = (name: string): string => `{{${name}}}`;
export const slotInHtml = (name: string): Html => ({ html: slot(name) });

/** What is said by others, on one line of plain text: it neither looks like a slot nor like a line of ours. Spaces that do not break stay. */
export const saidByOthers = (text: string): string =>
  text
    .replace(/[^\S\u00a0\u202f]+/gu, ' ')
    .trim()
    .replace(/\{(?=\{)/g, '{ ');
