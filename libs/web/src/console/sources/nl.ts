import type { SourcesWords } from './fr.js';

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

export const nl: SourcesWords = {
  title: 'Bronnen',
  addTitle: 'Een bron toevoegen',
  address: 'Adres van de pagina, de kalender, de feed of het account',
  addressHint:
    'Plak het adres dat je hebt: een pagina van de site volstaat, of @naam@server. Relais leest dat adres en waar het naartoe leidt, hoogstens acht documenten, en toont wat het zou lezen. Er wordt nog niets bewaard. Dit duurt tot 30 seconden: laat de pagina laden.',
  city: 'Assemblee',
  chooseCity: 'Kies een assemblee',
  search: 'Zien wat gelezen kan worden',
  errors: {
    address: 'Geef een adres.',
    city: 'Kies een assemblee.',
    titre: { missing: 'Geef een titel.', 'too-long': 'Hoogstens 200 tekens.' },
    minutes: { 'not-offered': 'Kies een van de aangeboden tussentijden.' },
    opml: {
      missing: 'Plak de inhoud van een OPML-bestand.',
      unreadable: (why) => `Dit is geen OPML-bestand dat gelezen kan worden (${why}).`,
      empty: 'Er staat geen adres in.',
      running: 'Er loopt al een import: wacht tot die klaar is.',
    },
  },
  foundTitle: (count) => (count === 0 ? 'Niets te lezen' : plural(count, 'mogelijke bron', 'mogelijke bronnen')),
  foundFor: (asked, city) => `Op het adres ${asked}, voor ${city}.`,
  problem: 'Waarom:',
  kinds: { calendar: 'Kalender', events: 'Bijeenkomsten', feed: 'Feed', page: 'Pagina' },
  best: 'de beste',
  format: (format) => `formaat ${format}`,
  because: 'Gevonden omdat:',
  items: (items, gatherings) => `${plural(items, 'publicatie', 'publicaties')}, waarvan ${gatherings} met een datum`,
  next: 'Komende bijeenkomsten',
  noneToCome: 'Geen komende bijeenkomst.',
  unusable: (count) =>
    count === 1 ? '1 element kon niet gebruikt worden' : `${count} elementen konden niet gebruikt worden`,
  readAlready: 'Ze wordt al gelezen:',
  readElsewhere: 'Een andere assemblee leest ze al:',
  titleField: 'Titel',
  every: 'Lezen om de',
  minutes: (minutes) => {
    if (minutes === 10_080) return 'week';
    if (minutes === 1_440) return '24 uur';
    return minutes >= 60 ? `${minutes / 60} uur` : `${minutes} minuten`;
  },
  add: 'Toevoegen',
  addOf: (title, kind) => `Toevoegen: ${title} (${kind})`,
  rejected: 'Bekeken, en niet weerhouden',
  untried: 'Niet bekeken',
  again: 'Op een ander adres zoeken',
  notAdded: 'De bron is nog niet toegevoegd',
  refusals: {
    'id-taken': 'Deze naam is, of was, die van een andere bron.',
    'read-already': 'Dit adres wordt al gelezen.',
    'no-web-address': 'Dit is geen http- of https-adres.',
    'address-holds-secret':
      'Het adres bevat een geheim, en de geschiedenis is voor iedereen: zet deze bron in relais.yaml.',
    unfit: 'Zo kan het niet:',
    configured: 'Ze staat in relais.yaml: daar haal je ze weg.',
    'no-such-source': 'Deze bron wordt hier niet, of niet meer, gelezen.',
    'not-founded': 'Deze assemblee is nog niet opgericht.',
  },
  added: (title) => `Toegevoegd: ${title}`,
  readNow: (items) => `Ze is net gelezen: ${plural(items, 'publicatie', 'publicaties')}.`,
  readBefore: 'Ze was al gelezen, en is niet veranderd.',
  failedNow: 'Ze kon deze keer niet gelezen worden. Ze is toegevoegd, en wordt vanzelf opnieuw gelezen.',
  postponed: 'Ze wordt later gelezen: haar server vraagt om te wachten.',
  later: 'Op dit moment leest niemand de bronnen. Ze wordt gelezen zodra Relais draait.',
  sourcePage: 'Haar pagina: toestand, publicaties, wat niet gebruikt kon worden',
  inSeconds: 'Ze staat er enkele seconden na het toevoegen.',
  undoAdd: 'Weer weghalen',
  backToSources: 'Alle bronnen',
  ofConfigurationAll: 'De andere staan in relais.yaml: daar haal je ze weg.',
  addedMark: 'hier toegevoegd',
  receives: 'ontvangt aankondigingen, wordt niet gelezen',
  readEvery: (minutes) =>
    minutes >= 60 && minutes % 60 === 0
      ? `${minutes === 60 ? 'elk uur' : `om de ${minutes / 60} uur`} gelezen`
      : `om de ${minutes} minuten gelezen`,
  notYetShown: 'net toegevoegd',
  noSource: 'Geen bron.',
  remove: 'Weghalen',
  removeOf: (title) => `Weghalen: ${title}`,
  removeTitle: (title) => `“${title}” weghalen?`,
  removeText:
    'Ze wordt niet meer gelezen. Wat ze aankondigde blijft, met zijn geschiedenis. Ze kan later weer toegevoegd worden.',
  removeIt: 'Deze bron weghalen',
  keepIt: 'Ze houden',
  removed: (title) => `“${title}” wordt niet meer gelezen. Wat ze aankondigde blijft.`,
  opmlTitle: 'Een lijst toevoegen (OPML)',
  opmlText:
    'Plak de inhoud van het OPML-bestand dat een feedlezer exporteert. Elk adres wordt gelezen, en zijn beste bron toegevoegd; wat er al is, blijft zoals het is.',
  opml: 'Inhoud van het OPML-bestand',
  opmlHint:
    'Tot ongeveer 80.000 tekens. Voor meer, op de machine van Relais: npm run relais -- sources import BESTAND.opml',
  opmlCity: 'Assemblee',
  byGroup: 'Die welke de groep rond elk adres noemt',
  import: 'De hele lijst toevoegen',
  importTitle: 'Import van een lijst',
  importRuns: (done, of) => `${done} van ${of} bekeken. Het gaat ook zonder deze pagina verder.`,
  importDone: (added, there, not) => `Klaar: ${added} toegevoegd, ${there} al aanwezig, ${not} niet toegevoegd.`,
  lookAgain: 'Opnieuw kijken',
  noImport: 'Sinds de start is er niets geïmporteerd.',
  came: { added: 'toegevoegd', there: 'al aanwezig', not: 'niet toegevoegd' },
  importErrors: 'Wat van het bestand niet gelezen kon worden',
};
