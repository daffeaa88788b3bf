import type { Language } from '@relais/vocabulary';

/** What the archive says of a letter besides what it said. */
export type LetterWords = Readonly<{
  paper: string;
  feed: string;
  /** From which place of the log it was composed, and by which fingerprint it is known. */
  made: (position: string, hash: string) => string;
  /** That it is shown in the words of today. */
  template: (sent: number, today: number) => string;
}>;

export const letterWords: Record<Language, LetterWords> = {
  fr: {
    paper: 'Pour le panneau d’affichage (PDF, A4)',
    feed: 'Lettres',
    made: (position, hash) =>
      `Composée à la position ${position} du journal\u00a0; empreinte de ce qu’elle dit\u00a0: ${hash}.`,
    template: (sent, today) =>
      `Elle est partie avec le modèle ${sent}\u00a0; cette page dit les mêmes faits avec le modèle ${today}.`,
  },
  en: {
    paper: 'For the notice board (PDF, A4)',
    feed: 'Letters',
    made: (position, hash) => `Composed at position ${position} of the log; fingerprint of what it says: ${hash}.`,
    template: (sent, today) =>
      `It was sent with template ${sent}; this page says the same facts with template ${today}.`,
  },
  nl: {
    paper: 'Voor het prikbord (PDF, A4)',
    feed: 'Nieuwsbrieven',
    made: (position, hash) =>
      `Samengesteld op positie ${position} van het logboek; vingerafdruk van wat ze zegt: ${hash}.`,
    template: (sent, today) =>
      `Ze is verstuurd met sjabloon ${sent}; deze pagina zegt dezelfde feiten met sjabloon ${today}.`,
  },
};
