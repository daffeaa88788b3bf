import type { WantedWords } from './fr.js';

const weekdays = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'] as const;

/** What pages say in Dutch of the letters that somebody wants. */
export const wantedNl: WantedWords = {
  cities: 'Steden',
  citiesHint: 'Eén nieuwsbrief voor allemaal, waarin elke bijeenkomst één keer staat.',
  allCities: 'Alle, ook de steden die nog komen',
  themes: 'Thema’s',
  themesHint: 'Wat geen thema heeft, staat er altijd in.',
  allThemes: 'Alle',
  kinds: 'Waarover je wilt horen',
  kind: { gatherings: 'Bijeenkomsten', votes: 'Stemmingen', news: 'Nieuws', minutes: 'Verslagen' },
  rhythm: 'Hoe vaak',
  rhythms: {
    event: 'zodra er iets nieuws is',
    day: 'elke dag',
    week: (day) => `elke week, op ${weekdays[day - 1]}`,
    anyWeek: 'elke week',
    month: 'elke maand',
  },
  onlyNews: 'Nooit een lege nieuwsbrief: zonder nieuws vertrekt er geen.',
  hour: 'Hoe laat',
  usualHour: 'op het gewone uur van de nieuwsbrief',
  hourOf: (hour) => `${hour} uur`,
  zone: 'Tijdzone',
  quiet: 'Rustige uren',
  quietHint: 'Tussen deze uren vertrekt er niets; twee keer hetzelfde: geen rustige uren.',
  quietFrom: 'Rustige uren: van',
  quietUntil: 'tot',
  language: 'Taal van de nieuwsbrieven',
  length: 'Lengte',
  lengths: { full: 'alle details', short: 'het belangrijkste' },
  format: 'Vorm',
  formats: { html: 'opgemaakt', text: 'alleen tekst' },
  pause: 'Pauze tot',
  pauseHint: 'Geen nieuwsbrief vóór deze dag. Leeg: geen pauze.',
  save: 'Opslaan',
  preferencesText: 'Je krijgt één nieuwsbrief: dit staat erin en dan komt hij. Verander wat je wilt.',
  saved: 'Dat is opgeslagen.',
  changeMore: 'Nog iets anders veranderen',
  toLeave: 'Uitschrijven',
  /** What letters come to in a month. */
  expected: (count) => {
    if (count < 0.05)
      return 'Het afgelopen jaar is er niets gepubliceerd: er komt geen nieuwsbrief zolang er niets is aangekondigd.';
    if (count < 0.75)
      return 'Dat is minder dan één nieuwsbrief per maand, naar wat het afgelopen jaar is gepubliceerd.';
    const whole = Math.round(count);
    return whole === 1
      ? 'Dat is ongeveer één nieuwsbrief per maand, naar wat het afgelopen jaar is gepubliceerd.'
      : `Dat is ongeveer ${whole} nieuwsbrieven per maand, naar wat het afgelopen jaar is gepubliceerd.`;
  },
  paused: (day) => `Gepauzeerd: geen nieuwsbrief vóór ${day}.`,
  youGet: 'Wat je zult krijgen',
  joins: 'Je krijgt al nieuwsbrieven op dit adres: deze stad komt erbij, zo vaak en in de taal waarin ze komen.',
  anotherWish: 'De aanvraag is intussen veranderd: dit wordt nu gevraagd.',
  keepTitle: 'Wil je deze nieuwsbrieven nog?',
  keepText: 'Eén knop volstaat. Er gebeurt niets voor je die kiest.',
  keepUntil: (day) => `Zonder antwoord vóór ${day} loopt het abonnement af.`,
  keep: 'Ja, ik wil ze nog',
  kept: 'Je nieuwsbrieven gaan door',
  keptText: 'Bedankt. Er verandert niets.',
  leaveAll: 'Niets meer ontvangen',
  leaveText:
    'Er is nog niets gebeurd. Zodra je kiest, is het gebeurd, ook voor een nieuwsbrief die op het punt staat te vertrekken.',
  leaveCity: 'Slechts één stad',
  leaveThis: (city) => `Niets meer ontvangen van ${city}`,
  cityLeft: 'Dat is gebeurd',
  cityLeftText: 'Deze stad staat niet meer in je nieuwsbrieven; de andere blijven.',
  orPause: 'Of een pauze',
  pauseMonths: (months) => (months === 1 ? '1 maand' : `${months} maanden`),
  pausedTitle: 'Je nieuwsbrieven pauzeren',
  pausedText: 'Ze beginnen vanzelf opnieuw. Op deze pagina kan de dag veranderd worden:',
  toPreferences: 'Mijn nieuwsbrieven',
  leftText: 'Er wordt je geen nieuwsbrief meer gestuurd, noch door deze stad noch door een andere van dit relais.',
  ownData: 'Mijn gegevens downloaden',
  ownDataText:
    'Alles wat Relais van je bewaart, als JSON: inschrijvingen, toestemmingen, keuzes, verstuurde brieven, antwoorden.',
  consentTitle: 'Waarmee je akkoord ging',
  consented: (day, form) => `Gevraagd op ${day} met het formulier ${form}`,
  confirmed: (day) => `bevestigd op ${day}`,
  imported: 'Je adres komt van een eerdere lijst, die je toestemming had.',
  proof: (wording, hash) => `Tekst ${wording}, SHA-256 ${hash}`,
  wordingGone: 'Deze versie kent de tekst niet meer.',
  errors: {
    'none-chosen': 'Kies er minstens één.',
    'not-a-choice': 'Die keuze bestaat niet.',
    'not-a-day': 'Dit is geen komende dag, zoals 2027-03-31.',
  },
};
