import type { Language } from '@relais/vocabulary';
import { html } from '../shell/html.js';
import { underlined, wrapped } from '../shell/plain.js';
import { letterDocument } from '../shell/shell.js';
import { saidByOthers, slot, slotInHtml, type HtmlLetter } from '../template.js';

type Asked = Readonly<{
  listName: string;
  assemblyName: string;
  language: Language;
  /** What was asked for and how much that will be, in sentences; about a letter a month without it. */
  wanted?: string;
}>;

const wordings = {
  fr: {
    subject: ({ listName }: Asked) => `Confirmez votre abonnement : ${listName}`,
    asked: ({ listName, assemblyName }: Asked) =>
      `Quelqu’un, vous sans doute, a demandé que cette adresse reçoive « ${listName} » de : ${assemblyName}.`,
    rhythm: 'C’est environ une lettre par mois.',
    before: 'Rien ne vous sera envoyé avant que vous ne confirmiez.',
    confirm: 'Confirmer mon abonnement',
    colon: '\u00a0:',
    ignore: 'Si ce n’était pas vous, ignorez ce courriel : sans confirmation, il n’y en aura pas d’autre.',
  },
  en: {
    subject: ({ listName }: Asked) => `Confirm your subscription: ${listName}`,
    asked: ({ listName, assemblyName }: Asked) =>
      `Somebody, probably you, asked for this address to receive “${listName}” of: ${assemblyName}.`,
    rhythm: 'That is about one letter a month.',
    before: 'Nothing is sent to you before you confirm.',
    confirm: 'Confirm my subscription',
    colon: ':',
    ignore: 'If it was not you, ignore this letter: without a confirmation there will be no other.',
  },
  nl: {
    subject: ({ listName }: Asked) => `Bevestig je inschrijving: ${listName}`,
    asked: ({ listName, assemblyName }: Asked) =>
      `Iemand, waarschijnlijk jij, heeft gevraagd om op dit adres “${listName}” te ontvangen van: ${assemblyName}.`,
    rhythm: 'Dat is ongeveer één nieuwsbrief per maand.',
    before: 'Je krijgt niets toegestuurd voor je bevestigt.',
    confirm: 'Mijn inschrijving bevestigen',
    colon: ':',
    ignore: 'Was jij het niet, negeer deze mail dan: zonder bevestiging komt er geen andere.',
  },
} as const;

/** Asks whether the wish was theirs; slot `confirm`. */
export const confirmationLetter = (asked: Asked): HtmlLetter => {
  const words = wordings[asked.language];
  const subject = words.subject(asked);
  const body = html`<h1>${subject}</h1>
    <p>${words.asked(asked)}</p>
    <p><a class="button" href="${slotInHtml('confirm')}">${words.confirm}</a></p>
    <p>${asked.wanted ?? words.rhythm} ${words.before}</p>
    <p class="quiet">${words.ignore}</p>`;
  const plain = {
    ...asked,
    listName: saidByOthers(asked.listName),
    assemblyName: saidByOthers(asked.assemblyName),
  };
  const text = [
    underlined(words.subject(plain), '='),
    wrapped(words.asked(plain)),
    `${words.confirm}${words.colon}\n${slot('confirm')}`,
    wrapped(`${saidByOthers(asked.wanted ?? words.rhythm)} ${words.before}`),
    wrapped(words.ignore),
    '',
  ].join('\n\n');
  return { subject, html: letterDocument({ title: subject, language: asked.language }, body), text };
};
