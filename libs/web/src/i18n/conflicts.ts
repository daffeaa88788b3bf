/** What a gathering's page says of sources that disagree, and of where rulings took it. */
export const conflictsFr = {
  merged: 'Cette rencontre a été rapprochée d’une autre, qui réunit leurs annonces\u00a0:',
  mergedLink: 'voir cette rencontre',
  moderate: 'Modération\u00a0: la rapprocher d’une autre, ou la séparer',
  disputed: 'à vérifier',
  conflictsTitle: 'Les sources ne disent pas la même chose',
  conflictOn: { when: 'Quand', place: 'Où', cancelled: 'A-t-elle lieu' },
  sourceSays: (name: string) => `${name} dit\u00a0:`,
  sourcesSay: (names: string) => `${names} disent\u00a0:`,
  saysCancelled: 'annulée',
  saysOn: 'elle a lieu',
  followed: 'Relais le suit',
  followsFirst: 'Relais suit l’annonce qui l’a dit la première, tant que sa source la montre.',
  followsCancelled: 'Une seule annonce suffit pour dire qu’une rencontre est annulée, jusqu’à ce qu’elle le reprenne.',
};

export const conflictsEn: typeof conflictsFr = {
  merged: 'This gathering was merged with another, which has the announcements of both:',
  mergedLink: 'see that gathering',
  moderate: 'Moderation: bring it together with another, or part it',
  disputed: 'to be checked',
  conflictsTitle: 'The sources do not agree',
  conflictOn: { when: 'When', place: 'Where', cancelled: 'Does it take place' },
  sourceSays: (name) => `${name} says:`,
  sourcesSay: (names) => `${names} say:`,
  saysCancelled: 'cancelled',
  saysOn: 'it takes place',
  followed: 'followed by Relais',
  followsFirst: 'Relais follows the announcement that said so first, for as long as its source shows it.',
  followsCancelled: 'One announcement is enough to call a gathering off, until it takes that back.',
};

export const conflictsNl: typeof conflictsFr = {
  merged: 'Deze bijeenkomst is samengebracht met een andere, die de aankondigingen van beide heeft:',
  mergedLink: 'die bijeenkomst bekijken',
  moderate: 'Moderatie: ze met een andere samenbrengen, of splitsen',
  disputed: 'na te kijken',
  conflictsTitle: 'De bronnen spreken elkaar tegen',
  conflictOn: { when: 'Wanneer', place: 'Waar', cancelled: 'Gaat ze door' },
  sourceSays: (name) => `${name} zegt:`,
  sourcesSay: (names) => `${names} zeggen:`,
  saysCancelled: 'afgelast',
  saysOn: 'ze gaat door',
  followed: 'Relais volgt dit',
  followsFirst: 'Relais volgt de aankondiging die het eerst zei, zolang haar bron ze toont.',
  followsCancelled: 'Eén aankondiging volstaat om een bijeenkomst afgelast te noemen, tot ze dat terugneemt.',
};
