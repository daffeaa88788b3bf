import type { Language } from '@relais/vocabulary';

const fr = {
  title: 'Journal vérifiable',
  lead: 'Tout ce que Relais sait est écrit dans un journal que rien ne réécrit. Cette page permet à quiconque de s’en assurer, même contre qui tient la machine.',
  how: 'Comment ça tient',
  chain:
    'Chaque événement est lié au précédent par une empreinte (SHA-256)\u00a0: en changer un seul, en ôter, en ajouter ou en échanger change toutes les empreintes qui suivent.',
  signed:
    'Tous les mille événements, ou au bout d’un jour, Relais signe l’empreinte du moment (Ed25519) et la publie ici. C’est un point de contrôle\u00a0: une note signée, dans le format ouvert C2SP.',
  keep: 'Gardez-en un. Si, plus tard, le journal ne passe plus par lui, quelque chose a été réécrit. Aucune note ne dit ce que contiennent les événements, ni de qui ils parlent.',
  limits:
    'Ce que cela ne prouve pas\u00a0: qu’un événement était vrai quand il a été écrit, ni rien de ce qui s’est passé avant le premier point que quelqu’un d’autre a gardé.',
  key: 'La clé',
  keyText: 'C’est elle qui vérifie les signatures. Notez-la ailleurs qu’ici.',
  noKey: 'Elle n’est pas connue de cette page.',
  points: 'Les derniers points',
  none: 'Aucun point de contrôle n’a encore été signé.',
  last: 'Le dernier',
  all: 'Tous les points (texte)',
  onlyLast: 'Le dernier point (texte)',
  point: (size: string) => `${size} événements`,
  check: 'Vérifier',
  checkText:
    'Un point que vous avez gardé se compare à ceux d’aujourd’hui\u00a0: sa ligne doit être restée la même dans la liste complète. Qui a une copie du journal vérifie tout, avec la liste qu’il a gardée\u00a0:',
  checkAgainst: 'La commande dit le premier intervalle et la première position qui diffèrent, ou que tout est là.',
};

const en: typeof fr = {
  title: 'A journal that can be checked',
  lead: 'All that Relais knows is written in a journal that nothing rewrites. This page lets anybody make sure of it, even against whoever keeps the machine.',
  how: 'How it holds',
  chain:
    'Each event is tied to the one before by a hash (SHA-256): to change a single one, to remove, add or swap any changes every hash that follows.',
  signed:
    'Every thousand events, or after a day, Relais signs the hash of that moment (Ed25519) and publishes it here. This is a checkpoint: a signed note, in the open format of C2SP.',
  keep: 'Keep one. If the journal does not come to it any more one day, something was rewritten. No note says what is in the events, or of whom they speak.',
  limits:
    'What this does not prove: that an event was true when it was written, or anything of what happened before the first checkpoint that somebody else kept.',
  key: 'The key',
  keyText: 'It checks the signatures. Write it down somewhere else than here.',
  noKey: 'This page does not know it.',
  points: 'The last checkpoints',
  none: 'No checkpoint was signed yet.',
  last: 'The last one',
  all: 'All checkpoints (text)',
  onlyLast: 'The last checkpoint (text)',
  point: (size) => `${size} events`,
  check: 'Check it',
  checkText:
    'A checkpoint that you kept is compared with those of today: it must stand unchanged in the whole list. Whoever has a copy of the journal checks all of it, with the list that they kept:',
  checkAgainst: 'The command says the first interval and the first position that differ, or that all is there.',
};

const nl: typeof fr = {
  title: 'Een logboek dat je kunt nakijken',
  lead: 'Alles wat Relais weet, staat in een logboek dat door niets herschreven wordt. Met deze pagina kan iedereen dat nakijken, zelfs tegen wie de machine beheert in.',
  how: 'Hoe het werkt',
  chain:
    'Elke gebeurtenis is met een vingerafdruk (SHA-256) verbonden met de vorige: er één veranderen, weghalen, toevoegen of omwisselen verandert alle vingerafdrukken die volgen.',
  signed:
    'Om de duizend gebeurtenissen, of na een dag, ondertekent Relais de vingerafdruk van dat moment (Ed25519) en publiceert hem hier. Dat is een controlepunt: een ondertekende nota, in het open formaat van C2SP.',
  keep: 'Bewaar er een. Loopt het logboek er later niet meer langs, dan is er iets herschreven. Geen enkele nota zegt wat er in de gebeurtenissen staat, of over wie ze gaan.',
  limits:
    'Wat dit niet bewijst: dat een gebeurtenis waar was toen ze opgeschreven werd, of iets van wat gebeurde voor het eerste controlepunt dat iemand anders bewaarde.',
  key: 'De sleutel',
  keyText: 'Daarmee worden de handtekeningen nagekeken. Noteer hem elders dan hier.',
  noKey: 'Deze pagina kent hem niet.',
  points: 'De laatste controlepunten',
  none: 'Er is nog geen controlepunt ondertekend.',
  last: 'Het laatste',
  all: 'Alle controlepunten (tekst)',
  onlyLast: 'Het laatste controlepunt (tekst)',
  point: (size) => `${size} gebeurtenissen`,
  check: 'Nakijken',
  checkText:
    'Een controlepunt dat je bewaarde, vergelijk je met die van vandaag: zijn regel moet onveranderd in de volledige lijst staan. Wie een kopie van het logboek heeft, kijkt alles na met de lijst die hij bewaarde:',
  checkAgainst: 'Het commando noemt het eerste interval en de eerste positie die verschillen, of zegt dat alles er is.',
};

/** The texts of the page of the journal. */
export const words: Readonly<Record<Language, typeof fr>> = { fr, en, nl };
