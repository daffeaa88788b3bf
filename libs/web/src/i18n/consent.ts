import type { Language } from '@relais/vocabulary';

/** What a person agrees to, word for word; its id and hash are recorded with the wish. A changed text is a new id. */
export const consentWording = (language: Language): Readonly<{ id: string; text: string }> => wordings[language];

const wordings = {
  fr: {
    id: 'info-1-fr',
    text: 'J’accepte de recevoir la lettre choisie à cette adresse, environ une fois par mois. Je peux me désabonner à tout moment.',
  },
  en: {
    id: 'info-1-en',
    text: 'I agree to receive the letter chosen at this address, about once a month. I can unsubscribe at any time.',
  },
  nl: {
    id: 'info-1-nl',
    text: 'Ik ga ermee akkoord de gekozen nieuwsbrief op dit adres te ontvangen, ongeveer één keer per maand. Ik kan me op elk moment uitschrijven.',
  },
} as const;
