import type { Kind } from '@relais/mailing-list';

const weekdays = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'] as const;

/** What pages say in French of the letters that somebody wants. */
export const wantedFr = {
  cities: 'Villes',
  citiesHint: 'Une seule lettre pour toutes, où chaque rencontre n’est dite qu’une fois.',
  allCities: 'Toutes, aussi celles qui viendront',
  themes: 'Thèmes',
  themesHint: 'Ce qui n’a pas de thème est toujours dit.',
  allThemes: 'Tous',
  kinds: 'De quoi vous parler',
  kind: {
    gatherings: 'Les rencontres',
    votes: 'Les votes',
    news: 'Les nouvelles',
    minutes: 'Les comptes rendus',
  } satisfies Record<Kind, string> as Record<Kind, string>,
  rhythm: 'À quel rythme',
  rhythms: {
    event: 'dès qu’il y a du nouveau',
    day: 'chaque jour',
    week: (day: number) => `chaque semaine, le ${weekdays[day - 1]}`,
    anyWeek: 'chaque semaine',
    month: 'chaque mois',
  },
  onlyNews: 'Jamais de lettre vide\u00a0: sans rien de neuf, rien ne part.',
  hour: 'À quelle heure',
  usualHour: 'à l’heure habituelle de la lettre',
  hourOf: (hour: number) => `${hour}\u00a0h`,
  zone: 'Fuseau horaire',
  quiet: 'Heures calmes',
  quietHint: 'Rien ne part entre ces heures\u00a0; deux fois la même\u00a0: pas d’heures calmes.',
  quietFrom: 'Heures calmes\u00a0: de',
  quietUntil: 'à',
  language: 'Langue des lettres',
  length: 'Longueur',
  lengths: { full: 'tout le détail', short: 'l’essentiel' },
  format: 'Forme',
  formats: { html: 'mise en page', text: 'texte seul' },
  pause: 'Pause jusqu’au',
  pauseHint: 'Aucune lettre avant ce jour. Vide\u00a0: pas de pause.',
  save: 'Enregistrer',
  preferencesText:
    'Vous recevez une seule lettre\u00a0: voici ce qu’elle dit et quand elle vient. Changez ce que vous voulez.',
  saved: 'C’est enregistré.',
  changeMore: 'Changer encore autre chose',
  toLeave: 'Se désabonner',
  /** What letters come to in a month. */
  expected: (count: number): string => {
    if (count < 0.05)
      return 'Rien n’a été publié depuis un an\u00a0: aucune lettre ne viendra tant que rien n’est annoncé.';
    if (count < 0.75) return 'Cela fait moins d’une lettre par mois, d’après ce qui a été publié depuis un an.';
    const whole = Math.round(count);
    return whole === 1
      ? 'Cela fait environ une lettre par mois, d’après ce qui a été publié depuis un an.'
      : `Cela fait environ ${whole} lettres par mois, d’après ce qui a été publié depuis un an.`;
  },
  paused: (day: string) => `En pause\u00a0: aucune lettre avant le ${day}.`,
  youGet: 'Ce que vous recevrez',
  joins:
    'Vous recevez déjà des lettres à cette adresse\u00a0: cette ville les rejoint, à leur rythme et dans leur langue.',
  anotherWish: 'La demande a changé entre-temps\u00a0: voici ce qui est demandé maintenant.',
  keepTitle: 'Voulez-vous encore ces lettres\u202f?',
  keepText: 'Un bouton suffit. Rien n’est fait tant que vous ne l’avez pas choisi.',
  keepUntil: (day: string) => `Sans réponse avant le ${day}, l’abonnement prendra fin.`,
  keep: 'Oui, je les veux encore',
  kept: 'Vos lettres continuent',
  keptText: 'Merci. Rien ne change.',
  leaveAll: 'Ne plus rien recevoir',
  leaveText: 'Rien n’est encore fait. Dès que vous choisissez, c’est fait, même pour une lettre sur le départ.',
  leaveCity: 'Une ville seulement',
  leaveThis: (city: string) => `Ne plus rien recevoir de ${city}`,
  cityLeft: 'C’est fait',
  cityLeftText: 'Cette ville n’est plus dans vos lettres\u00a0; les autres restent.',
  orPause: 'Ou une pause',
  pauseMonths: (months: number) => `${months} mois`,
  pausedTitle: 'Vos lettres font une pause',
  pausedText: 'Elles reprendront d’elles-mêmes. Cette page permet de changer le jour\u00a0:',
  toPreferences: 'Mes lettres',
  leftText: 'Aucune lettre ne vous sera plus envoyée, ni par cette ville ni par une autre de ce relais.',
  ownData: 'Télécharger mes données',
  ownDataText:
    'Tout ce que Relais garde de vous, en JSON\u00a0: abonnements, accords, choix, lettres envoyées, réponses.',
  consentTitle: 'Ce que vous avez accepté',
  consented: (day: string, form: string) => `Demandé le ${day} par le formulaire ${form}`,
  confirmed: (day: string) => `confirmé le ${day}`,
  imported: 'Votre adresse vient d’une liste antérieure, qui avait votre accord.',
  proof: (wording: string, hash: string) => `Texte ${wording}, empreinte SHA-256 ${hash}`,
  wordingGone: 'Le texte n’est plus connu de cette version.',
  errors: {
    'none-chosen': 'Choisissez-en au moins un.',
    'not-a-choice': 'Ce choix n’existe pas.',
    'not-a-day': 'Ce n’est pas un jour à venir, comme 2027-03-31.',
  },
};

export type WantedWords = typeof wantedFr;
