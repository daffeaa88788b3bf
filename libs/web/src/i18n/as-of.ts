/** What pages of the past say of themselves, and why there is none. */
export const asOfFr = {
  asOf: {
    label: 'Une page du passé',
    day: (day: string) => `Tel qu’au ${day}`,
    instant: (moment: string) => `Tel qu’au ${moment}`,
    position: (position: string, moment: string) => `Tel qu’à la position ${position} du journal, le ${moment}`,
    text: 'Ce qu’un visiteur aurait lu alors, d’après ce que Relais avait noté. Cette page n’est montrée qu’à vous.',
    today: 'Revenir à aujourd’hui',
    otherDay: 'Un autre jour',
    go: 'Voir',
    badTitle: 'Ce moment ne peut pas être montré',
    problems: {
      unreadable: 'Écrivez un jour, un instant en temps universel, ou une position du journal\u00a0:',
      'to-come': 'Ce moment n’est pas encore passé.',
      'beyond-the-log': 'Le journal ne va pas jusqu’à cette position.',
      'before-the-log': 'La première position du journal est la position 1.',
    },
    head: (position: string) => `Le journal s’arrête à la position ${position}.`,
  },
};

export const asOfEn: typeof asOfFr = {
  asOf: {
    label: 'A page of the past',
    day: (day) => `As of ${day}`,
    instant: (moment) => `As of ${moment}`,
    position: (position, moment) => `As of position ${position} of the log, ${moment}`,
    text: 'What a visitor would have read then, by what Relais had recorded. It is shown to you alone.',
    today: 'Back to today',
    otherDay: 'Another day',
    go: 'Show',
    badTitle: 'That moment cannot be shown',
    problems: {
      unreadable: 'Write a day, an instant in UTC, or a position of the log:',
      'to-come': 'That moment has not passed yet.',
      'beyond-the-log': 'The log does not reach that position.',
      'before-the-log': 'The first position of the log is position 1.',
    },
    head: (position) => `The log ends at position ${position}.`,
  },
};

export const asOfNl: typeof asOfFr = {
  asOf: {
    label: 'Een pagina uit het verleden',
    day: (day) => `Zoals op ${day}`,
    instant: (moment) => `Zoals op ${moment}`,
    position: (position, moment) => `Zoals op positie ${position} van het logboek, ${moment}`,
    text: 'Wat een bezoeker toen gelezen zou hebben, volgens wat Relais genoteerd had. Deze pagina wordt alleen aan jou getoond.',
    today: 'Terug naar vandaag',
    otherDay: 'Een andere dag',
    go: 'Tonen',
    badTitle: 'Dit moment kan niet getoond worden',
    problems: {
      unreadable: 'Schrijf een dag, een tijdstip in universele tijd, of een positie van het logboek:',
      'to-come': 'Dit moment is nog niet voorbij.',
      'beyond-the-log': 'Het logboek gaat niet tot die positie.',
      'before-the-log': 'De eerste positie van het logboek is positie 1.',
    },
    head: (position) => `Het logboek eindigt op positie ${position}.`,
  },
};
