const plural = (count: number, one: string, many: string): string => `${count} ${count > 1 ? many : one}`;

export const fr = {
  title: 'Sources',
  addTitle: 'Ajouter une source',
  address: 'Adresse de la page, du calendrier, du flux ou du compte',
  addressHint:
    'Collez l’adresse que vous avez\u00a0: une page de site suffit, ou @nom@serveur. Relais lit cette adresse et ce vers quoi elle mène, au plus huit documents, et montre ce qu’il lirait. Rien n’est encore enregistré. Cela prend jusqu’à 30 secondes\u00a0: laissez la page se charger.',
  city: 'Assemblée',
  chooseCity: 'Choisissez une assemblée',
  search: 'Voir ce qui peut se lire',
  errors: {
    address: 'Donnez une adresse.',
    city: 'Choisissez une assemblée.',
    titre: { missing: 'Donnez un titre.', 'too-long': 'Au plus 200 caractères.' },
    minutes: { 'not-offered': 'Choisissez une des durées proposées.' },
    opml: {
      missing: 'Collez le contenu d’un fichier OPML.',
      unreadable: (why: string) => `Ce n’est pas un fichier OPML qui se lise (${why}).`,
      empty: 'Aucune adresse n’y est nommée.',
      running: 'Un import est en cours\u00a0: attendez qu’il finisse.',
    },
  },
  foundTitle: (count: number) => (count === 0 ? 'Rien à lire' : plural(count, 'source possible', 'sources possibles')),
  foundFor: (asked: string, city: string) => `À l’adresse ${asked}, pour ${city}.`,
  problem: 'Pourquoi\u00a0:',
  kinds: { calendar: 'Calendrier', events: 'Rencontres', feed: 'Flux', page: 'Page' },
  best: 'la meilleure',
  format: (format: string) => `format ${format}`,
  because: 'Trouvée parce que\u00a0:',
  items: (items: number, gatherings: number) =>
    `${plural(items, 'publication', 'publications')}, dont ${gatherings} avec une date`,
  next: 'Prochaines rencontres',
  noneToCome: 'Aucune rencontre à venir.',
  unusable: (count: number) =>
    `${plural(count, 'chose n’a pas pu', 'choses n’ont pas pu')} être utilisée${count > 1 ? 's' : ''}`,
  readAlready: 'Elle est déjà lue\u00a0:',
  readElsewhere: 'Une autre assemblée la lit déjà\u00a0:',
  titleField: 'Titre',
  every: 'Lire toutes les',
  minutes: (minutes: number) => {
    if (minutes === 10_080) return 'semaines (une fois par semaine)';
    if (minutes === 1_440) return '24 heures';
    return minutes >= 60 ? plural(minutes / 60, 'heure', 'heures') : `${minutes} minutes`;
  },
  add: 'Ajouter',
  addOf: (title: string, kind: string) => `Ajouter\u00a0: ${title} (${kind})`,
  rejected: 'Regardé, et pas retenu',
  untried: 'Pas regardé',
  again: 'Chercher à une autre adresse',
  notAdded: 'La source n’est pas encore ajoutée',
  refusals: {
    'id-taken': 'Cet identifiant est, ou était, celui d’une autre source.',
    'read-already': 'Cette adresse est déjà lue.',
    'no-web-address': 'Ce n’est pas une adresse http ou https.',
    'address-holds-secret':
      'L’adresse contient un secret, et l’historique est pour tout le monde\u00a0: nommez cette source dans relais.yaml.',
    unfit: 'Ce n’est pas possible ainsi\u00a0:',
    configured: 'Elle est nommée dans relais.yaml\u00a0: c’est là qu’on la retire.',
    'no-such-source': 'Cette source n’est pas, ou plus, lue ici.',
    'not-founded': 'Cette assemblée n’est pas encore fondée.',
  },
  added: (title: string) => `Ajoutée\u00a0: ${title}`,
  readNow: (items: number) => `Elle vient d’être lue\u00a0: ${plural(items, 'publication', 'publications')}.`,
  readBefore: 'Elle a déjà été lue, et n’a pas changé.',
  failedNow: 'Elle n’a pas pu être lue cette fois. Elle est ajoutée, et sera relue d’elle-même.',
  postponed: 'Elle sera lue plus tard\u00a0: son serveur demande d’attendre.',
  later: 'Personne ne lit les sources en ce moment. Elle le sera dès que Relais tournera.',
  sourcePage: 'Sa page\u00a0: santé, publications, ce qui n’a pas pu être utilisé',
  inSeconds: 'Elle y est quelques secondes après l’ajout.',
  undoAdd: 'La retirer',
  backToSources: 'Toutes les sources',
  ofConfigurationAll: 'Les autres sont nommées dans relais.yaml\u00a0: c’est là qu’on les retire.',
  addedMark: 'ajoutée ici',
  receives: 'reçoit des annonces, n’est pas lue',
  readEvery: (minutes: number) =>
    minutes >= 60 && minutes % 60 === 0
      ? `lue toutes les ${minutes === 60 ? 'heures' : plural(minutes / 60, 'heure', 'heures')}`
      : `lue toutes les ${minutes} minutes`,
  notYetShown: 'ajoutée à l’instant',
  noSource: 'Aucune source.',
  remove: 'Retirer',
  removeOf: (title: string) => `Retirer\u00a0: ${title}`,
  removeTitle: (title: string) => `Retirer «\u00a0${title}\u00a0»\u202f?`,
  removeText:
    'Elle ne sera plus lue. Ce qu’elle a annoncé reste, avec son histoire. On peut l’ajouter de nouveau plus tard.',
  removeIt: 'Retirer cette source',
  keepIt: 'La garder',
  removed: (title: string) => `«\u00a0${title}\u00a0» n’est plus lue. Ce qu’elle a annoncé reste.`,
  opmlTitle: 'Ajouter une liste (OPML)',
  opmlText:
    'Collez le contenu du fichier OPML qu’exporte un lecteur de flux. Chaque adresse est lue, et sa meilleure source ajoutée\u00a0; ce qui est déjà là est laissé tel quel.',
  opml: 'Contenu du fichier OPML',
  opmlHint:
    'Jusqu’à 80 000 caractères environ. Pour plus, sur la machine du relais\u00a0: npm run relais -- sources import FICHIER.opml',
  opmlCity: 'Assemblée',
  byGroup: 'Celle que nomme le groupe autour de chaque adresse',
  import: 'Ajouter toute la liste',
  importTitle: 'Import d’une liste',
  importRuns: (done: number, of: number) => `${done} sur ${of} regardées. Cela continue sans cette page.`,
  importDone: (added: number, there: number, not: number) =>
    `C’est fini\u00a0: ${plural(added, 'ajoutée', 'ajoutées')}, ${there} déjà là, ${plural(not, 'pas ajoutée', 'pas ajoutées')}.`,
  lookAgain: 'Regarder à nouveau',
  noImport: 'Aucun import n’a été fait depuis le démarrage.',
  came: { added: 'ajoutée', there: 'déjà là', not: 'pas ajoutée' },
  importErrors: 'Ce qui n’a pas pu être lu du fichier',
};

export type SourcesWords = typeof fr;
