import { dayInWords, type Language, type LocalDate } from '@relais/vocabulary';
import { html } from '../shell/html.js';
import { underlined, wrapped } from '../shell/plain.js';
import { letterDocument } from '../shell/shell.js';
import { saidByOthers, slot, slotInHtml, type HtmlLetter } from '../template.js';

/** `until`: the day before which an answer is waited for. */
export type Reminder = Readonly<{ listName: string; assemblyName: string; until: LocalDate; language: Language }>;

const wordings = {
  fr: {
    subject: ({ listName }: Reminder) => `Voulez-vous encore recevoir «\u00a0${listName}\u00a0»\u00a0?`,
    asked: ({ listName, assemblyName }: Reminder) =>
      `Vous êtes inscrit·e à «\u00a0${listName}\u00a0» (${assemblyName}), et depuis trois ans nous n’avons pas eu de signe de vous. Nous ne mesurons pas si vous ouvrez nos lettres\u00a0: il faut donc vous le demander.`,
    keep: 'Oui, continuer à m’écrire',
    leave: 'Non, me désabonner',
    otherwise: (day: string) =>
      `Sans réponse avant le ${day}, votre abonnement prend fin et votre adresse est oubliée. Vous pourrez toujours vous inscrire à nouveau.`,
    colon: '\u00a0:',
  },
  en: {
    subject: ({ listName }: Reminder) => `Do you still want to receive “${listName}”?`,
    asked: ({ listName, assemblyName }: Reminder) =>
      `You are subscribed to “${listName}” (${assemblyName}), and for three years we have not heard from you. We do not measure whether you open our letters, so we have to ask.`,
    keep: 'Yes, go on writing to me',
    leave: 'No, unsubscribe me',
    otherwise: (day: string) =>
      `Without an answer before ${day}, your subscription ends and your address is forgotten. You can subscribe again at any time.`,
    colon: ':',
  },
  nl: {
    subject: ({ listName }: Reminder) => `Wil je “${listName}” nog ontvangen?`,
    asked: ({ listName, assemblyName }: Reminder) =>
      `Je bent ingeschreven op “${listName}” (${assemblyName}), en al drie jaar hebben we niets van je gehoord. We meten niet of je onze nieuwsbrieven opent: daarom vragen we het je.`,
    keep: 'Ja, blijf me schrijven',
    leave: 'Nee, schrijf me uit',
    otherwise: (day: string) =>
      `Zonder antwoord voor ${day} eindigt je inschrijving en wordt je adres vergeten. Je kunt je altijd opnieuw inschrijven.`,
    colon: ':',
  },
} as const;

/** Asks somebody not heard from for three years whether they still want it; slots `keep` and `leave`, both addresses. */
export const reminderLetter = (reminder: Reminder): HtmlLetter => {
  const { language, until } = reminder;
  const words = wordings[language];
  const subject = words.subject(reminder);
  const otherwise = words.otherwise(dayInWords(until, language));
  const body = html`<h1>${subject}</h1>
    <p>${words.asked(reminder)}</p>
    <p><a class="button" href="${slotInHtml('keep')}">${words.keep}</a></p>
    <p><a href="${slotInHtml('leave')}">${words.leave}</a></p>
    <p class="quiet">${otherwise}</p>`;
  const text = [
    underlined(wrapped(saidByOthers(subject)), '='),
    wrapped(saidByOthers(words.asked(reminder))),
    `${words.keep}${words.colon}\n${slot('keep')}`,
    `${words.leave}${words.colon}\n${slot('leave')}`,
    wrapped(otherwise),
    '',
  ].join('\n\n');
  return { subject, html: letterDocument({ title: subject, language }, body), text };
};
