import type { Answer } from '@relais/attendance';
import type { Language } from '@relais/vocabulary';

export type AnswerWords = Readonly<{
  title: string;
  question: (title: string) => string;
  answers: Readonly<Record<Answer, string>>;
  button: string;
  /** That nobody sees who answered. */
  privacy: string;
  missing: string;
  answered: string;
  answeredText: Readonly<Record<Answer, string>>;
  over: string;
  /** How many mean to come. */
  coming: (numbers: Readonly<Record<Answer, number>>) => string;
  heading: string;
  toGathering: string;
}>;

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
const listed = (...parts: readonly (string | false)[]): string => `${parts.filter(Boolean).join(', ')}.`;

export const answerWords: Record<Language, AnswerWords> = {
  fr: {
    title: 'Viendrez-vous\u202f?',
    question: (title) => `Votre réponse pour «\u00a0${title}\u00a0»`,
    answers: { yes: 'Je viens', maybe: 'Peut-être', no: 'Je ne viens pas' },
    button: 'Envoyer ma réponse',
    privacy:
      'Seul le nombre de réponses est montré, jamais qui a répondu. Vous pourrez répondre autrement par le même lien.',
    missing: 'Choisissez une réponse.',
    answered: 'Réponse notée',
    answeredText: {
      yes: 'Merci\u202f: vous venez.',
      maybe: 'Merci\u202f: vous viendrez peut-être.',
      no: 'Merci\u202f: vous ne venez pas.',
    },
    over: 'Cette rencontre est passée ou annulée\u202f: il n’y a plus à répondre.',
    heading: 'Qui vient',
    coming: ({ yes, maybe, no }) =>
      listed(
        counted(yes, 'personne pense venir', 'personnes pensent venir'),
        maybe > 0 && counted(maybe, 'viendra peut-être', 'viendront peut-être'),
        no > 0 && counted(no, 'ne vient pas', 'ne viennent pas'),
      ),
    toGathering: 'Voir la rencontre',
  },
  en: {
    title: 'Will you come?',
    question: (title) => `Your answer for “${title}”`,
    answers: { yes: 'I come', maybe: 'Maybe', no: 'I do not come' },
    button: 'Send my answer',
    privacy: 'Only the number of answers is shown, never who answered. You can answer otherwise by the same link.',
    missing: 'Choose an answer.',
    answered: 'Answer noted',
    answeredText: {
      yes: 'Thank you: you come.',
      maybe: 'Thank you: you may come.',
      no: 'Thank you: you do not come.',
    },
    over: 'This gathering is over or cancelled: there is nothing to answer any more.',
    heading: 'Who comes',
    coming: ({ yes, maybe, no }) =>
      listed(
        counted(yes, 'person means to come', 'people mean to come'),
        maybe > 0 && counted(maybe, 'may come', 'may come'),
        no > 0 && counted(no, 'does not come', 'do not come'),
      ),
    toGathering: 'See the gathering',
  },
  nl: {
    title: 'Komt u?',
    question: (title) => `Uw antwoord voor “${title}”`,
    answers: { yes: 'Ik kom', maybe: 'Misschien', no: 'Ik kom niet' },
    button: 'Mijn antwoord versturen',
    privacy:
      'Alleen het aantal antwoorden wordt getoond, nooit wie antwoordde. Via dezelfde link kunt u anders antwoorden.',
    missing: 'Kies een antwoord.',
    answered: 'Antwoord genoteerd',
    answeredText: {
      yes: 'Dank u: u komt.',
      maybe: 'Dank u: u komt misschien.',
      no: 'Dank u: u komt niet.',
    },
    over: 'Deze bijeenkomst is voorbij of afgelast: er valt niets meer te antwoorden.',
    heading: 'Wie komt',
    coming: ({ yes, maybe, no }) =>
      listed(
        counted(yes, 'persoon denkt te komen', 'personen denken te komen'),
        maybe > 0 && counted(maybe, 'komt misschien', 'komen misschien'),
        no > 0 && counted(no, 'komt niet', 'komen niet'),
      ),
    toGathering: 'De bijeenkomst bekijken',
  },
};
