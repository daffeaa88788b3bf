import type { Language } from '@relais/vocabulary';

/** What letters say of facts, in one language; a colon is set as its language sets it. */
export type Words = Readonly<{
  /** Of a month, in words; of a week's first day; of a day. */
  month: (cities: string, month: string) => string;
  week: (cities: string, day: string) => string;
  day: (cities: string, day: string) => string;
  cities: (count: number) => string;
  intro: (assemblies: string) => string;
  deadlines: string;
  upcoming: string;
  announced: string;
  votes: string;
  minutes: string;
  news: string;
  nothing: string;
  cancelled: string;
  closes: (moment: string) => string;
  calendar: string;
  answer: string;
  answers: Readonly<Record<'oui' | 'peut-etre' | 'non', string>>;
  /** What did not find room. */
  left: (count: number) => string;
  whole: (assembly: string) => string;
  why: (lists: string) => string;
  asked: string;
  preferences: string;
  leave: string;
  archive: string;
  subscribe: string;
  and: string;
  colon: string;
  quoted: (name: string) => string;
}>;

const fr: Words = {
  month: (cities, month) => `Les communs à ${cities}, ${month}`,
  week: (cities, day) => `Les communs à ${cities}, semaine du ${day}`,
  day: (cities, day) => `Les communs à ${cities}, ${day}`,
  cities: (count) => `${count} villes`,
  intro: (assemblies) => `${assemblies}\u00a0: ce qui se prépare, et ce qui s’est annoncé depuis la dernière lettre.`,
  deadlines: 'Dans les sept jours',
  upcoming: 'Rencontres à venir',
  announced: 'Annoncées pour plus tard',
  votes: 'Votes ouverts',
  minutes: 'Comptes rendus',
  news: 'Actualités',
  nothing: 'Aucune rencontre n’est annoncée pour les deux mois qui viennent.',
  cancelled: 'Annulée',
  closes: (moment) => `Vote ouvert jusqu’au ${moment}`,
  calendar: 'Ajouter à mon agenda',
  answer: 'Dire si je viens',
  answers: { oui: 'Je viens', 'peut-etre': 'Peut-être', non: 'Je ne viens pas' },
  left: (count) => (count === 1 ? 'Une autre annonce est sur le site.' : `${count} autres annonces sont sur le site.`),
  whole: (assembly) => `Toute la lettre sur le site\u00a0: ${assembly}`,
  why: (lists) => `Vous recevez cette lettre parce que vous avez confirmé votre abonnement à ${lists}.`,
  asked: 'Pourquoi ai-je reçu cette lettre\u00a0?',
  preferences: 'Choisir ce que je reçois, et quand',
  leave: 'Me désabonner',
  archive: 'Lire cette lettre sur le site',
  subscribe: 'S’abonner à cette lettre',
  and: ' et ',
  colon: '\u00a0:',
  quoted: (name) => `«\u00a0${name}\u00a0»`,
};

const en: Words = {
  month: (cities, month) => `The commons in ${cities}, ${month}`,
  week: (cities, day) => `The commons in ${cities}, week of ${day}`,
  day: (cities, day) => `The commons in ${cities}, ${day}`,
  cities: (count) => `${count} cities`,
  intro: (assemblies) => `${assemblies}: what is being prepared, and what was announced since the last letter.`,
  deadlines: 'Within seven days',
  upcoming: 'Gatherings to come',
  announced: 'Announced for later',
  votes: 'Open votes',
  minutes: 'Minutes',
  news: 'News',
  nothing: 'No gathering is announced for the coming two months.',
  cancelled: 'Cancelled',
  closes: (moment) => `Vote open until ${moment}`,
  calendar: 'Add to my calendar',
  answer: 'Say whether I come',
  answers: { oui: 'I come', 'peut-etre': 'Maybe', non: 'I do not come' },
  left: (count) => (count === 1 ? 'One more is on the site.' : `${count} more are on the site.`),
  whole: (assembly) => `The whole letter on the site: ${assembly}`,
  why: (lists) => `You receive this letter because you confirmed your subscription to ${lists}.`,
  asked: 'Why did I receive this letter?',
  preferences: 'Choose what I receive, and when',
  leave: 'Unsubscribe',
  archive: 'Read this letter on the site',
  subscribe: 'Subscribe to this letter',
  and: ' and ',
  colon: ':',
  quoted: (name) => `“${name}”`,
};

const nl: Words = {
  month: (cities, month) => `De commons in ${cities}, ${month}`,
  week: (cities, day) => `De commons in ${cities}, week van ${day}`,
  day: (cities, day) => `De commons in ${cities}, ${day}`,
  cities: (count) => `${count} steden`,
  intro: (assemblies) => `${assemblies}: wat er op stapel staat, en wat sinds de vorige nieuwsbrief is aangekondigd.`,
  deadlines: 'Binnen zeven dagen',
  upcoming: 'Komende bijeenkomsten',
  announced: 'Aangekondigd voor later',
  votes: 'Lopende stemmingen',
  minutes: 'Verslagen',
  news: 'Nieuws',
  nothing: 'Voor de komende twee maanden is geen bijeenkomst aangekondigd.',
  cancelled: 'Afgelast',
  closes: (moment) => `Stemmen kan tot ${moment}`,
  calendar: 'In mijn agenda zetten',
  answer: 'Zeggen of ik kom',
  answers: { oui: 'Ik kom', 'peut-etre': 'Misschien', non: 'Ik kom niet' },
  left: (count) => (count === 1 ? 'Er staat er nog een op de site.' : `Er staan er nog ${count} op de site.`),
  whole: (assembly) => `De hele nieuwsbrief op de site: ${assembly}`,
  why: (lists) => `Je krijgt deze nieuwsbrief omdat je je inschrijving op ${lists} hebt bevestigd.`,
  asked: 'Waarom krijg ik deze nieuwsbrief?',
  preferences: 'Kiezen wat ik ontvang, en wanneer',
  leave: 'Me uitschrijven',
  archive: 'Deze nieuwsbrief op de site lezen',
  subscribe: 'Inschrijven op deze nieuwsbrief',
  and: ' en ',
  colon: ':',
  quoted: (name) => `“${name}”`,
};

export const wordsOf: Record<Language, Words> = { fr, en, nl };

/** Each once: « Lille, Roubaix et Gand ». */
export const listed = (names: readonly string[], { and }: Words): string => {
  const once = [...new Set(names)];
  return once.length < 2 ? (once[0] ?? '') : `${once.slice(0, -1).join(', ')}${and}${once.at(-1)}`;
};
