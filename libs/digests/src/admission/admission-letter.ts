import type { Language } from '@relais/vocabulary';
import { html } from '../shell/html.js';
import { underlined, wrapped } from '../shell/plain.js';
import { letterDocument } from '../shell/shell.js';
import { slot, slotInHtml, type HtmlLetter } from '../template.js';

/** Who may come in, and for how many minutes the link holds. */
type Admission = Readonly<{ host: string; minutes: number; language: Language }>;

const wordings = {
  fr: {
    subject: ({ host }: Admission) => `Entrer dans la console de ${host}`,
    asked: ({ host, minutes }: Admission) =>
      `Quelqu’un, vous sans doute, veut entrer dans la console de ${host}. Ce lien sert une fois, dans les ${minutes} minutes.`,
    enter: 'Entrer dans la console',
    colon: '\u00a0:',
    ignore: 'Si ce n’était pas vous, ignorez ce courriel\u00a0: sans ce lien, personne n’entre.',
  },
  en: {
    subject: ({ host }: Admission) => `Enter the console of ${host}`,
    asked: ({ host, minutes }: Admission) =>
      `Somebody, probably you, wants to enter the console of ${host}. This link works once, within ${minutes} minutes.`,
    enter: 'Enter the console',
    colon: ':',
    ignore: 'If it was not you, ignore this letter: without this link nobody comes in.',
  },
  nl: {
    subject: ({ host }: Admission) => `Naar de console van ${host}`,
    asked: ({ host, minutes }: Admission) =>
      `Iemand, waarschijnlijk jij, wil naar de console van ${host}. Deze link werkt één keer, binnen ${minutes} minuten.`,
    enter: 'Naar de console',
    colon: ':',
    ignore: 'Was jij het niet, negeer deze mail dan: zonder deze link komt niemand binnen.',
  },
} as const;

/** Lets an admin in; slot `enter`. */
export const admissionLetter = (admission: Admission): HtmlLetter => {
  const words = wordings[admission.language];
  const subject = words.subject(admission);
  const body = html`<h1>${subject}</h1>
    <p>${words.asked(admission)}</p>
    <p><a class="button" href="${slotInHtml('enter')}">${words.enter}</a></p>
    <p class="quiet">${words.ignore}</p>`;
  const text = [
    underlined(subject, '='),
    wrapped(words.asked(admission)),
    `${words.enter}${words.colon}\n${slot('enter')}`,
    wrapped(words.ignore),
    '',
  ].join('\n\n');
  return { subject, html: letterDocument({ title: subject, language: admission.language }, body), text };
};
