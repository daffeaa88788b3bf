import type { IssueId } from '@relais/vocabulary';
import { html } from '../shell/html.js';
import { letterDocument } from '../shell/shell.js';
import { archiveOf } from '../telling/body.js';
import { footOf } from '../telling/foot.js';
import { wordsOf } from '../telling/words.js';
import type { LetterTemplate } from '../template.js';
import type { Changed } from './changes.js';
import { correctionBody } from './correction-body.js';

/** What a letter said of a gathering, and what is so now; `issue` is the one that said it. */
export type Correction = Changed &
  Readonly<{ issue: IssueId; format?: 'html' | 'text'; listName: string; publicUrl: string }>;

/**
 * Tells whoever received an issue what of a gathering is not so any more: before and now. Slots as in {@link editionLetter}.
 * Throws where nothing changed that a letter tells.
 */
export const correctionLetter = (correction: Correction): LetterTemplate => {
  const { language, listName, publicUrl, format = 'html' } = correction;
  const { subject, first, ...body } = correctionBody(correction, publicUrl);
  const pages = [{ text: wordsOf[language].archive, href: archiveOf(correction) }];
  const foot = footOf({ language, listNames: [listName], pages });
  const text = `${body.text}\n\n${foot.text}`;
  if (format === 'text') return { subject, text };
  const head = { title: subject, language, preheader: first };
  return { subject, html: letterDocument(head, html`${body.html}${foot.html}`), text };
};
