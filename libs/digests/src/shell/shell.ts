import type { Language } from '@relais/vocabulary';
import { compiledShell } from './compiled-shell.js';
import { escaped, type Html } from './html.js';

export type LetterHead = Readonly<{
  title: string;
  language: Language;
  /** What a mail program shows beside the subject; nothing of it is seen in the letter. */
  preheader?: string;
}>;

/** After a short preheader, mail programs would go on with the letter's first words: these are seen by nobody. */
const filler = '&#847;&zwnj;&nbsp;'.repeat(40);

/** A letter's page around its content: one column, readable without styles, nothing remote. */
export const letterDocument = ({ title, language, preheader = '' }: LetterHead, content: Html): string => {
  const holes: Readonly<Record<string, string>> = {
    lang: language,
    dir: 'ltr',
    title: escaped(title),
    preheader: preheader === '' ? '' : escaped(preheader) + filler,
    content: content.html,
  };
  // In one go: what is put in is never looked through for holes.
  return compiledShell.replace(/\[\[(\w+)\]\]/g, (hole, name: string) => holes[name] ?? hole);
};
