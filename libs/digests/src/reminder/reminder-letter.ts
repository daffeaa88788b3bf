import { dayInWords, type Language, type LocalDate } from '@relais/vocabulary';
import { html } from '../shell/html.js';
import { underlined, wrapped } from '../shell/plain.js';
import { letterDocument } from '../shell/shell.js';
import { saidByOthers, slot, slotInHtml, type HtmlLetter } from '../template.js';

/** `until`: the last day on which an answer is waited for; `reason`: nothing was heard of them for three years, unless another list had them before. */
export type Reminder = Readonly<{
  listName: string;
  assemblyName: string;
  until: LocalDate;
  language: Language;
  reason?: 'silence' | 'import';
}>;

const wordings = {
  fr: {
    subject: ({ listName }: Reminder) => `Voulez-vous encore recevoir «\u00a0${listName}\u00a0»\u00a0?`,
    asked: {
      silence: ({ listName, assemblyName }: Reminder) =>
        `Vous êtes inscrit·e à «\u00a0${listName}\u00a0» (${assemblyName}), et depuis trois ans nous n’avons pas eu de signe de vous. Nous ne mesurons pas si vous ouvrez nos lettres\u00a0: il faut donc vous le demander.`,
      import: ({ listName, assemblyName }: Reminder) =>
        `Votre adresse était inscrite sur une liste d’information qui est devenue «\u00a0${listName}\u00a0» (${assemblyName}). Dites-nous si vous voulez la recevoir.`,
    },
    keep: 'Oui, continuer à m’écrire',
    leave: 'Non, me désabonner',
    otherwise: (day: string) =>
      `Sans réponse jusqu’au ${day}, votre abonnement prend fin. Vous pourrez toujours vous inscrire à nouveau.`,
    colon: '\u00a0:',
  },
  en: {
    subject: ({ listName }: Reminder) => `Do you still want to receive “${listName}”?`,
    asked: {
      silence: ({ listName, assemblyName }: Reminder) =>
        `You are subscribed to “${listName}” (${assemblyName}), and for three years we have not heard from you. We do not measure whether you open our letters, so we have to ask.`,
      import: ({ listName, assemblyName }: Reminder) =>
        `Your address was subscribed to a list that has become “${listName}” (${assemblyName}). Tell us whether you want to receive it.`,
    },
    keep: 'Yes, go on writing to me',
    leave: 'No, unsubscribe me',
    otherwise: (day: string) =>
      `Without an answer by ${day}, your subscription ends. You can subscribe again at any time.`,
    colon: ':',
  },
  nl: {
    subject: ({ listName }: Reminder) => `Wil je “${listName}” nog ontvangen?`,
    asked: {
      silence: ({ listName, assemblyName }: Reminder) =>
        `Je bent ingeschreven op “${listName}” (${assemblyName}), en al drie jaar hebben we niets van je gehoord. We meten niet of je onze nieuwsbrieven opent: daarom vragen we het je.`,
      import: ({ listName, assemblyName }: Reminder) =>
        `Je adres was ingeschreven op een lijst die “${listName}” (${assemblyName}) is geworden. Laat ons weten of je die wilt ontvangen.`,
    },
    keep: 'Ja, blijf me schrijven',
    leave: 'Nee, schrijf me uit',
    otherwise: (day: string) =>
      `Zonder antwoord tot en met ${day} eindigt je inschrijving. Je kunt je altijd opnieuw inschrijven.`,
    colon: ':',
  },
} as const;

/** Asks whether somebody (still) wants it; slots `keep` and `leave`, both addresses. */
export const reminderLetter = (reminder: Reminder): HtmlLetter => {
  const { language, until, reason = 'silence' } = reminder;
  const words = wordings[language];
  const subject = words.subject(reminder);
  const otherwise = words.otherwise(dayInWords(until, language));
  const body = html`<h1>${subject}</h1>
    <p>${words.asked[reason](reminder)}</p>
    <p><a class="button" href="${slotInHtml('keep')}">${words.keep}</a></p>
    <p><a href="${slotInHtml('leave')}">${words.leave}</a></p>
    <p class="quiet">${otherwise}</p>`;
  const text = [
    underlined(wrapped(saidByOthers(subject)), '='),
    wrapped(saidByOthers(words.asked[reason](reminder))),
    `${words.keep}${words.colon}\n${slot('keep')}`,
    `${words.leave}${words.colon}\n${slot('leave')}`,
    wrapped(otherwise),
    '',
  ].join('\n\n');
  return { subject, html: letterDocument({ title: subject, language }, body), text };
};
