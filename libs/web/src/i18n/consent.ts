import type { Language } from '@relais/vocabulary';

export type Wording = Readonly<{ id: string; text: string }>;

/** What a person agrees to, word for word; its id and hash are recorded with the wish. */
export const consentWording = (language: Language): Wording => {
  const id = current[language];
  return { id, text: released[id].text };
};

/** The text of a wording that was ever released; undefined for an id that never was. */
export const wordingOf = (id: string): string | undefined =>
  Object.hasOwn(released, id) ? released[id as keyof typeof released].text : undefined;

/**
 * Every wording that somebody may have agreed to, with the SHA-256 of its text in UTF-8 (hex). None is ever changed or removed: it is
 * what we can show of a consent. A changed text is a new id.
 */
export const released = {
  'info-1-fr': {
    text: 'J’accepte de recevoir la lettre choisie à cette adresse, environ une fois par mois. Je peux me désabonner à tout moment.',
    hash: '456cb6990631a4371b7cbcf730dcb3fa9d3277a35953a85d6ce47619649324e1',
  },
  'info-1-en': {
    text: 'I agree to receive the letter chosen at this address, about once a month. I can unsubscribe at any time.',
    hash: '07b52b17139601f96e632ca08142af83252b1024370e995120b83a28b2d8b230',
  },
  'info-2-fr': {
    text: 'J’accepte de recevoir à cette adresse les lettres des villes choisies, au rythme choisi. Je peux en changer, ou me désabonner, à tout moment.',
    hash: '8bce6fe7f630333a4e20924ab513c8b601b6814bd4db85f9ad0ad74d24f28bd7',
  },
  'info-2-en': {
    text: 'I agree to receive at this address the letters of the cities chosen, as often as chosen. I can change that, or unsubscribe, at any time.',
    hash: '17b9bf890f63010f5273d4194b4d94b79e318559d4e040b122b9d938ce2ddb13',
  },
  'info-2-nl': {
    text: 'Ik ga ermee akkoord op dit adres de nieuwsbrieven van de gekozen steden te ontvangen, zo vaak als gekozen. Ik kan dat altijd wijzigen of mij uitschrijven.',
    hash: '079485868a991b868c37058eb688bd134ca6611abb22e8e42cc008344a94f9cb',
  },
} as const;

const current: Readonly<Record<Language, keyof typeof released>> = {
  fr: 'info-2-fr',
  en: 'info-2-en',
  nl: 'info-2-nl',
};
