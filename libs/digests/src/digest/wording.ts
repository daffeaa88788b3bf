import type { Language } from '@relais/vocabulary';

type Wording = Readonly<{
  subject: (city: string, month: string) => string;
  intro: (assembly: string) => string;
  upcoming: string;
  announced: string;
  news: string;
  nothing: string;
  cancelled: string;
  why: (list: string) => string;
  preferences: string;
  leave: string;
  archive: string;
  colon: string;
}>;

export const wordings: Record<Language, Wording> = {
  fr: {
    subject: (city, month) => `Les communs à ${city}, ${month}`,
    intro: (assembly) => `${assembly}\u00a0: ce qui se prépare, et ce qui s’est annoncé depuis la dernière lettre.`,
    upcoming: 'Rencontres à venir',
    announced: 'Annoncées pour plus tard',
    news: 'Actualités',
    nothing: 'Aucune rencontre n’est annoncée pour les deux mois qui viennent.',
    cancelled: 'Annulée',
    why: (list) => `Vous recevez cette lettre parce que vous avez confirmé votre abonnement à « ${list} ».`,
    preferences: 'Choisir la langue de mes lettres',
    leave: 'Me désabonner',
    archive: 'Lire cette lettre sur le site',
    colon: '\u00a0:',
  },
  en: {
    subject: (city, month) => `The commons in ${city}, ${month}`,
    intro: (assembly) => `${assembly}: what is being prepared, and what was announced since the last letter.`,
    upcoming: 'Gatherings to come',
    announced: 'Announced for later',
    news: 'News',
    nothing: 'No gathering is announced for the coming two months.',
    cancelled: 'Cancelled',
    why: (list) => `You receive this letter because you confirmed your subscription to “${list}”.`,
    preferences: 'Choose the language of my letters',
    leave: 'Unsubscribe',
    archive: 'Read this letter on the site',
    colon: ':',
  },
};
