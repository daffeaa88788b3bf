import type { Language } from '@relais/vocabulary';

const fr = {
  console: 'Console',
  menu: 'Console',
  overview: 'Vue d’ensemble',
  signOut: 'Sortir',
  signIn: 'Entrer dans la console',
  signInText:
    'Pour les personnes qui s’occupent de ce relais. Un lien vous est envoyé\u00a0; il n’y a pas de mot de passe.',
  address: 'Adresse électronique',
  sendLink: 'Envoyer le lien',
  noAddress: 'Donnez une adresse électronique.',
  sent: 'Regardez votre courrier',
  sentText:
    'Si cette adresse est celle d’une personne qui s’occupe de ce relais, un lien y est parti. Il sert une fois, dans les 15 minutes. Si rien n’arrive, « npm run relais -- admin link » en donne un sur la machine du relais.',
  enterText: 'Vous entrez pour douze heures, sur cet appareil seulement.',
  enter: 'Entrer',
  badLink: 'Ce lien ne sert plus',
  badLinkText: 'Un lien sert une fois, dans les 15 minutes. Demandez-en un autre.',
  again: 'Demander un autre lien',
  signedInAs: (admin: string) => `Vous êtes ici comme « ${admin} ».`,
  sourcesHeading: 'Sources',
  lettersHeading: 'Lettres',
  issuesWaiting: (count: number) =>
    count === 0
      ? 'Aucun numéro n’attend d’approbation.'
      : `${count} numéro${count > 1 ? 's attendent' : ' attend'} une approbation`,
  rulingsHeading: 'Rapprochements',
  replayHeading: 'Rejeu',
  replayText: (generation: number) =>
    `Les pages sont de la génération ${generation}\u00a0: rejouer le journal, comparer, revenir`,
  pastText: 'Voir les pages telles qu’un autre jour',
  toCheck: (count: number) =>
    count === 0
      ? 'Aucune rencontre à venir n’est à vérifier.'
      : `${count} rencontre${count > 1 ? 's' : ''} à venir dont les sources ne disent pas la même chose`,
  needCare: 'À regarder',
  allWell: 'Toutes les sources vont bien.',
  foreign: 'Cet envoi vient d’un autre site',
  foreignText: 'Rien n’a été fait. Recommencez depuis la console.',
} as const;

type Words = { readonly [Name in keyof typeof fr]: (typeof fr)[Name] extends string ? string : (typeof fr)[Name] };

const en: Words = {
  console: 'Console',
  menu: 'Console',
  overview: 'Overview',
  signOut: 'Sign out',
  signIn: 'Enter the console',
  signInText: 'For those who look after this hub. A link is sent to you; there is no password.',
  address: 'E-mail address',
  sendLink: 'Send the link',
  noAddress: 'Give an e-mail address.',
  sent: 'Look into your mail',
  sentText:
    'If this address is one of those who look after this hub, a link is on its way. It works once, within 15 minutes. If nothing arrives, “npm run relais -- admin link” gives one on the hub’s machine.',
  enterText: 'You come in for twelve hours, on this device only.',
  enter: 'Enter',
  badLink: 'This link works no more',
  badLinkText: 'A link works once, within 15 minutes. Ask for another.',
  again: 'Ask for another link',
  signedInAs: (admin) => `You are here as “${admin}”.`,
  sourcesHeading: 'Sources',
  lettersHeading: 'Letters',
  issuesWaiting: (count) =>
    count === 0 ? 'No issue waits for approval.' : `${count} issue${count > 1 ? 's wait' : ' waits'} for approval`,
  rulingsHeading: 'Same or not',
  replayHeading: 'Replay',
  replayText: (generation) => `The pages are of generation ${generation}: replay the log, compare, go back`,
  pastText: 'See the pages as of another day',
  toCheck: (count) =>
    count === 0
      ? 'No gathering to come is to be checked.'
      : `${count} gathering${count > 1 ? 's' : ''} to come on which the sources do not agree`,
  needCare: 'To look at',
  allWell: 'All sources are well.',
  foreign: 'This was sent from another site',
  foreignText: 'Nothing was done. Start again from the console.',
};

const nl: Words = {
  console: 'Console',
  menu: 'Console',
  overview: 'Overzicht',
  signOut: 'Afmelden',
  signIn: 'Naar de console',
  signInText: 'Voor wie voor dit Relais zorgt. Je krijgt een link toegestuurd; er is geen wachtwoord.',
  address: 'E-mailadres',
  sendLink: 'De link sturen',
  noAddress: 'Geef een e-mailadres.',
  sent: 'Kijk in je mailbox',
  sentText:
    'Als dit het adres is van iemand die voor dit Relais zorgt, is er een link naartoe vertrokken. Hij werkt één keer, binnen 15 minuten. Komt er niets aan, dan geeft “npm run relais -- admin link” er een op de machine van Relais.',
  enterText: 'Je komt binnen voor twaalf uur, alleen op dit toestel.',
  enter: 'Binnengaan',
  badLink: 'Deze link werkt niet meer',
  badLinkText: 'Een link werkt één keer, binnen 15 minuten. Vraag een andere.',
  again: 'Een andere link vragen',
  signedInAs: (admin) => `Je bent hier als “${admin}”.`,
  sourcesHeading: 'Bronnen',
  lettersHeading: 'Brieven',
  issuesWaiting: (count) =>
    count === 0
      ? 'Geen nummer wacht op goedkeuring.'
      : `${count} nummer${count === 1 ? ' wacht' : 's wachten'} op goedkeuring`,
  rulingsHeading: 'Dezelfde of niet',
  replayHeading: 'Heropbouw',
  replayText: (generation) =>
    `De pagina’s zijn van generatie ${generation}: het logboek opnieuw afspelen, vergelijken, teruggaan`,
  pastText: 'De pagina’s zien zoals op een andere dag',
  toCheck: (count) =>
    count === 0
      ? 'Geen enkele komende bijeenkomst moet nagekeken worden.'
      : `${count} komende bijeenkomst${count === 1 ? '' : 'en'} waarover de bronnen elkaar tegenspreken`,
  needCare: 'Na te kijken',
  allWell: 'Met alle bronnen gaat het goed.',
  foreign: 'Dit werd vanaf een andere site verstuurd',
  foreignText: 'Er is niets gedaan. Begin opnieuw vanuit de console.',
};

/** The texts of the console. */
export const consoleWords: Record<Language, Words> = { fr, en, nl };
