import type { Language } from '@relais/vocabulary';

type Wording = Readonly<{
  /** Subjects: called off, on again, changed. */
  off: (title: string) => string;
  on: (title: string) => string;
  changed: (title: string) => string;
  /** The first line, as plainly. */
  isOff: (title: string, when: string) => string;
  isOn: (title: string, when: string) => string;
  hasChanged: (title: string, what: string) => string;
  what: Readonly<Record<'title' | 'when' | 'where', string>>;
  before: string;
  now: string;
  nowhere: string;
  whole: string;
  sorry: string;
}>;

export const wordings: Record<Language, Wording> = {
  fr: {
    off: (title) => `Annulée\u00a0: ${title}`,
    on: (title) => `Maintenue\u00a0: ${title}`,
    changed: (title) => `Changement\u00a0: ${title}`,
    isOff: (title, when) => `La rencontre ${title} est annulée. Elle était annoncée pour\u00a0: ${when}.`,
    isOn: (title, when) => `La rencontre ${title} n’est plus annulée. Elle est annoncée pour\u00a0: ${when}.`,
    hasChanged: (title, what) => `Ce que notre lettre disait de ${title} a changé\u00a0: ${what}.`,
    what: { title: 'le nom', when: 'la date ou l’heure', where: 'le lieu' },
    before: 'Avant',
    now: 'Maintenant',
    nowhere: 'non précisé',
    whole: 'Ce qui est annoncé maintenant',
    sorry: 'Vous recevez cette correction parce que la lettre qui l’annonçait vous a été envoyée.',
  },
  en: {
    off: (title) => `Cancelled: ${title}`,
    on: (title) => `On again: ${title}`,
    changed: (title) => `Changed: ${title}`,
    isOff: (title, when) => `The gathering ${title} is cancelled. It was announced for: ${when}.`,
    isOn: (title, when) => `The gathering ${title} is not cancelled any more. It is announced for: ${when}.`,
    hasChanged: (title, what) => `What our letter said of ${title} has changed: ${what}.`,
    what: { title: 'its name', when: 'the day or the hour', where: 'the place' },
    before: 'Before',
    now: 'Now',
    nowhere: 'not said',
    whole: 'What is announced now',
    sorry: 'You receive this correction because you were sent the letter that announced it.',
  },
  nl: {
    off: (title) => `Afgelast: ${title}`,
    on: (title) => `Gaat toch door: ${title}`,
    changed: (title) => `Gewijzigd: ${title}`,
    isOff: (title, when) => `De bijeenkomst ${title} is afgelast. Ze was aangekondigd voor: ${when}.`,
    isOn: (title, when) => `De bijeenkomst ${title} is niet langer afgelast. Ze is aangekondigd voor: ${when}.`,
    hasChanged: (title, what) => `Wat onze nieuwsbrief over ${title} zei, is gewijzigd: ${what}.`,
    what: { title: 'de naam', when: 'de dag of het uur', where: 'de plaats' },
    before: 'Vroeger',
    now: 'Nu',
    nowhere: 'niet vermeld',
    whole: 'Wat nu is aangekondigd',
    sorry: 'Je krijgt deze verbetering omdat je de nieuwsbrief kreeg waarin ze was aangekondigd.',
  },
};
