import type { Language } from '@relais/vocabulary';

/** What a person agrees to, word for word; its id and hash are recorded with the wish. A changed text is a new id. */
export const consentWording = (language: Language, listName: string): Readonly<{ id: string; text: string }> => ({
  id: `info-1-${language}`,
  text:
    language === 'fr'
      ? `J’accepte de recevoir « ${listName} » à cette adresse, environ une fois par mois. Je peux me désabonner à tout moment.`
      : `I agree to receive “${listName}” at this address, about once a month. I can unsubscribe at any time.`,
});
