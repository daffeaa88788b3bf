/** The texts of a source's own page in French. */
export const sourcePageFr = {
  kind: 'Source',
  publisher: 'Qui publie',
  platform: 'Plateforme',
  address: 'Adresse',
  noAddress: 'Elle n’a pas d’adresse publique que Relais puisse lire.',
  movedTo: 'Lue à présent à',
  movedText: 'Son serveur y renvoie pour de bon. L’adresse donnée dans relais.yaml peut être remplacée par celle-ci.',
  site: 'À regarder sur',
  lastReading: 'Dernière bonne lecture',
  lastReadings: {
    unread: 'aucune encore',
    readable: 'la plus récente',
    unknown: 'pas notée',
  },
  lastNews: 'Dernière nouveauté',
  nothingNew: 'aucune encore',
  shows: 'Publications',
  whatToDo: 'Que faire\u202f?',
  keeps: 'Ce qui a été lu avant reste, et n’est pas effacé.',
  remedies: {
    unreachable:
      'Ouvrez l’adresse dans un navigateur. Si elle ne s’ouvre pas, le site est en panne\u00a0: Relais réessaie de lui-même. Si le site a changé de nom, donnez la nouvelle adresse.',
    timeout:
      'Le site met trop longtemps à répondre. Relais réessaie de lui-même\u202f; si cela dure, demandez à qui s’en occupe, ou donnez une adresse plus légère.',
    'too-large': 'Le document dépasse ce que Relais accepte de lire. Donnez l’adresse d’un flux plus court.',
    'http-status':
      'Ouvrez l’adresse dans un navigateur. Si la page n’existe plus, donnez la nouvelle\u202f; si elle est réservée, demandez que le flux soit public. Si c’est une panne, Relais réessaie de lui-même.',
    unrecognised:
      'Ce qui se trouve à cette adresse n’est ni un flux ni un calendrier. Cherchez sur le site le lien «\u00a0RSS\u00a0», «\u00a0Atom\u00a0» ou «\u00a0.ics\u00a0», et donnez cette adresse.',
    unreadable:
      'Le document est abîmé au point que rien ne peut en être lu. Prévenez qui publie, avec le message ci-dessus.',
    'forbidden-address':
      'Cette adresse n’est pas sur l’internet public\u00a0: Relais ne la lit pas, pour la sécurité de son réseau. Donnez une adresse publique.',
  },
  goneText: 'Le serveur dit que cette adresse n’existe plus. Relais ne la demande plus.',
  goneRemedy:
    'Donnez la nouvelle adresse de la source, ou retirez-la. Pour essayer encore une fois\u00a0: «\u00a0npm run relais -- collect --source\u00a0» et son nom.',
  silence: (days: number, usual: number) =>
    `Rien de nouveau pendant ${days} jours. D’habitude, il y a du nouveau ${usual > 1 ? `tous les ${usual} jours` : 'chaque jour'}.`,
  silenceRemedy:
    'Regardez si l’on y publie encore. Si l’on publie ailleurs maintenant, ajoutez cette autre source\u202f; sinon, tout va bien.',
  refusals: 'Ce qui n’a pas pu être utilisé',
  refusedCount: (count: number) =>
    `${count} ${count > 1 ? 'éléments de son document n’ont pas pu être utilisés' : 'élément de son document n’a pas pu être utilisé'}`,
  refusedRest: 'Le reste du document se lit, et ce qui a été lu avant reste.',
  moreRefused: (count: number) => `et ${count} ${count > 1 ? 'autres' : 'autre'}`,
  items: 'Dernières publications',
  noItems: 'Rien n’en a encore été lu.',
  onlyLast: (shown: number, all: number) =>
    `${shown > 1 ? `Les ${shown} dernières` : 'La dernière'} de ${all}, la plus récente d’abord.`,
  withdrawn: 'retirée',
  original: 'publication d’origine',
};

/** And in English: the keys of the French, or it does not compile. */
export const sourcePageEn: typeof sourcePageFr = {
  kind: 'Source',
  publisher: 'Who publishes',
  platform: 'Platform',
  address: 'Address',
  noAddress: 'It has no public address that Relais could read.',
  movedTo: 'Read now at',
  movedText: 'Its server sends there for good. The address in relais.yaml can be replaced by this one.',
  site: 'To be looked at on',
  lastReading: 'Last good reading',
  lastReadings: { unread: 'none yet', readable: 'the latest', unknown: 'not noted' },
  lastNews: 'Last news',
  nothingNew: 'none yet',
  shows: 'Items',
  whatToDo: 'What to do?',
  keeps: 'What was read before stays, and is not erased.',
  remedies: {
    unreachable:
      'Open the address in a browser. If it does not open, the site is down: Relais tries again by itself. If the site has another name now, give the new address.',
    timeout:
      'The site takes too long to answer. Relais tries again by itself; if this lasts, ask whoever looks after it, or give a lighter address.',
    'too-large': 'The document is larger than Relais accepts. Give the address of a shorter feed.',
    'http-status':
      'Open the address in a browser. If there is no such page any more, give the new one; if it is restricted, ask for a public feed. If the site is down, Relais tries again by itself.',
    unrecognised:
      'What is at this address is neither a feed nor a calendar. Look on the site for a link called “RSS”, “Atom” or “.ics”, and give that address.',
    unreadable:
      'The document is so damaged that nothing of it can be read. Tell those who publish it, with the message above.',
    'forbidden-address':
      'This address is not on the public internet: Relais does not read it, for the safety of its network. Give a public address.',
  },
  goneText: 'Its server says that this address is no more. Relais asks for it no more.',
  goneRemedy:
    'Give the new address of the source, or remove it. To try once more: “npm run relais -- collect --source” and its name.',
  silence: (days, usual) =>
    `Nothing new for ${days === 1 ? 'one day' : `${days} days`}. Usually there is something ${usual === 1 ? 'every day' : `every ${usual} days`}.`,
  silenceRemedy:
    'Look whether anything is still published there. If it is published elsewhere now, add that other source; if not, all is well.',
  refusals: 'What could not be used',
  refusedCount: (count) => `${count} ${count === 1 ? 'entry' : 'entries'} of its document could not be used`,
  refusedRest: 'The rest of the document is read, and what was read before stays.',
  moreRefused: (count) => `and ${count} ${count === 1 ? 'other' : 'others'}`,
  items: 'Last items',
  noItems: 'Nothing of it has been read yet.',
  onlyLast: (shown, all) => `The last ${shown === 1 ? 'one' : shown} of ${all}, newest first.`,
  withdrawn: 'withdrawn',
  original: 'original item',
};

export const sourcePageNl: typeof sourcePageFr = {
  kind: 'Bron',
  publisher: 'Wie publiceert',
  platform: 'Platform',
  address: 'Adres',
  noAddress: 'Ze heeft geen openbaar adres dat Relais zou kunnen lezen.',
  movedTo: 'Nu gelezen op',
  movedText: 'Haar server verwijst er voorgoed naar. Het adres in relais.yaml kan hierdoor vervangen worden.',
  site: 'Te bekijken op',
  lastReading: 'Laatst goed gelezen',
  lastReadings: { unread: 'nog niet', readable: 'de recentste keer', unknown: 'niet genoteerd' },
  lastNews: 'Laatste nieuws',
  nothingNew: 'nog geen',
  shows: 'Publicaties',
  whatToDo: 'Wat kun je doen?',
  keeps: 'Wat eerder gelezen werd, blijft en wordt niet gewist.',
  remedies: {
    unreachable:
      'Open het adres in een browser. Gaat het niet open, dan ligt de site plat: Relais probeert vanzelf opnieuw. Heeft de site een andere naam, geef dan het nieuwe adres.',
    timeout:
      'De site doet er te lang over om te antwoorden. Relais probeert vanzelf opnieuw; blijft het duren, vraag het dan aan wie voor de site zorgt, of geef een lichter adres.',
    'too-large': 'Het document is groter dan Relais aanvaardt. Geef het adres van een kortere feed.',
    'http-status':
      'Open het adres in een browser. Bestaat de pagina niet meer, geef dan de nieuwe; is ze afgeschermd, vraag dan om een openbare feed. Ligt de site plat, dan probeert Relais vanzelf opnieuw.',
    unrecognised:
      'Wat op dit adres staat, is geen feed en geen kalender. Zoek op de site de link “RSS”, “Atom” of “.ics”, en geef dat adres.',
    unreadable:
      'Het document is zo beschadigd dat er niets van gelezen kan worden. Verwittig wie het publiceert, met de melding hierboven.',
    'forbidden-address':
      'Dit adres staat niet op het openbare internet: Relais leest het niet, voor de veiligheid van zijn netwerk. Geef een openbaar adres.',
  },
  goneText: 'De server zegt dat dit adres niet meer bestaat. Relais vraagt het niet meer op.',
  goneRemedy:
    'Geef het nieuwe adres van de bron, of haal ze weg. Om nog één keer te proberen: “npm run relais -- collect --source” en haar naam.',
  silence: (days, usual) =>
    `Niets nieuws gedurende ${days === 1 ? 'één dag' : `${days} dagen`}. Gewoonlijk is er ${usual === 1 ? 'elke dag' : `om de ${usual} dagen`} iets nieuws.`,
  silenceRemedy:
    'Kijk of er nog iets gepubliceerd wordt. Gebeurt dat nu elders, voeg dan die andere bron toe; zo niet, dan is alles in orde.',
  refusals: 'Wat niet gebruikt kon worden',
  refusedCount: (count) =>
    `${count} ${count === 1 ? 'element van haar document kon' : 'elementen van haar document konden'} niet gebruikt worden`,
  refusedRest: 'De rest van het document wordt gelezen, en wat eerder gelezen werd, blijft.',
  moreRefused: (count) => `en nog ${count} ${count === 1 ? 'ander' : 'andere'}`,
  items: 'Laatste publicaties',
  noItems: 'Er is nog niets van gelezen.',
  onlyLast: (shown, all) => `De laatste ${shown === 1 ? '' : `${shown} `}van ${all}, de nieuwste eerst.`,
  withdrawn: 'ingetrokken',
  original: 'oorspronkelijke publicatie',
};
