import { readDocument } from '../index.js';
import { fetched } from '../testing/fetched.js';
import { documentInWords } from '../testing/in-words.js';
import { calendarOf } from './testing/calendar-of.js';

type Case = readonly [what: string, lines: string, read: readonly string[]];

const paris = `
    BEGIN:VTIMEZONE
    TZID:Europe/Paris
    BEGIN:DAYLIGHT
    TZOFFSETFROM:+0100
    TZOFFSETTO:+0200
    TZNAME:CEST
    DTSTART:19700329T020000
    RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
    END:DAYLIGHT
    BEGIN:STANDARD
    TZOFFSETFROM:+0200
    TZOFFSETTO:+0100
    TZNAME:CET
    DTSTART:19701025T030000
    RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
    END:STANDARD
    END:VTIMEZONE`;

/** Outlook's definition, from the year 1601. */
const outlook = (name: string): string => `
    BEGIN:VTIMEZONE
    TZID:${name}
    BEGIN:STANDARD
    DTSTART:16010101T030000
    TZOFFSETFROM:+0200
    TZOFFSETTO:+0100
    RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
    END:STANDARD
    BEGIN:DAYLIGHT
    DTSTART:16010101T020000
    TZOFFSETFROM:+0100
    TZOFFSETTO:+0200
    RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
    END:DAYLIGHT
    END:VTIMEZONE`;

const event = (lines: string): string => `BEGIN:VEVENT${lines}
    END:VEVENT`;

const cases: readonly Case[] = [
  [
    'Google, its events as instants and its series in a zone',
    `PRODID:-//Google Inc//Google Calendar 70.9054//EN
    METHOD:PUBLISH
    X-WR-CALNAME:Communs
    X-WR-TIMEZONE:Europe/Paris${paris}
    ${event(`
    DTSTART:20261126T170000Z
    DTEND:20261126T190000Z
    DTSTAMP:20261101T100000Z
    UID:1@google.com
    RECURRENCE-ID;TZID=Europe/Paris:20261119T180000
    SEQUENCE:1
    STATUS:CONFIRMED
    SUMMARY:Déplacée d’une semaine`)}
    ${event(`
    DTSTART;TZID=Europe/Paris:20261112T180000
    DTEND;TZID=Europe/Paris:20261112T200000
    RRULE:FREQ=WEEKLY;WKST=MO;UNTIL=20261210T225959Z;BYDAY=TH
    EXDATE;TZID=Europe/Paris:20261126T180000
    DTSTAMP:20261101T100000Z
    UID:1@google.com
    STATUS:CONFIRMED
    SUMMARY:Chaque jeudi`)}
    ${event(`
    DTSTART;VALUE=DATE:20261205
    DTEND;VALUE=DATE:20261207
    UID:2@google.com
    STATUS:TENTATIVE
    SUMMARY:Week-end`)}`,
    [
      '2026-11-12T17:00Z to 2026-11-12T19:00Z Europe/Paris, confirmed: Chaque jeudi',
      '2026-12-03T17:00Z to 2026-12-03T19:00Z Europe/Paris, confirmed: Chaque jeudi',
      '2026-12-10T17:00Z to 2026-12-10T19:00Z Europe/Paris, confirmed: Chaque jeudi',
      '2026-11-26T17:00Z to 2026-11-26T19:00Z Europe/Paris, confirmed: Déplacée d’une semaine',
      '2026-12-05 to 2026-12-06, tentative: Week-end',
    ],
  ],
  [
    'Outlook, its zone by the name that Windows has',
    `PRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN
    X-MS-OLK-FORCEINSPECTOROPEN:TRUE${outlook('Romance Standard Time')}
    ${event(`
    CLASS:PUBLIC
    DTSTART;TZID="Romance Standard Time":20260707T180000
    DTEND;TZID="Romance Standard Time":20260707T200000
    UID:040000008200E00074C5B7101A82E008
    SUMMARY;LANGUAGE=fr:Pique-nique
    TRANSP:OPAQUE
    X-MICROSOFT-CDO-BUSYSTATUS:BUSY
    BEGIN:VALARM
    TRIGGER:-PT15M
    ACTION:DISPLAY
    DESCRIPTION:Reminder
    END:VALARM`)}`,
    ['2026-07-07T16:00Z to 2026-07-07T18:00Z Europe/Paris: Pique-nique'],
  ],
  [
    'Exchange, its zone as it is shown to people, the commas escaped in the definition and quoted in the event',
    `PRODID:Microsoft Exchange Server 2010${outlook('(UTC+01:00) Brussels\\, Copenhagen\\, Madrid\\, Paris')}
    ${event(`
    DTSTART;TZID="(UTC+01:00) Brussels, Copenhagen, Madrid, Paris":20260707T180000
    DTEND;TZID="(UTC+01:00) Brussels, Copenhagen, Madrid, Paris":20260707T200000
    UID:1
    SUMMARY:Pique-nique`)}`,
    ['2026-07-07T16:00Z to 2026-07-07T18:00Z Europe/Paris: Pique-nique'],
  ],
  [
    'Outlook on the web, its zones as addresses',
    `PRODID:Microsoft Exchange Server 2010${outlook('tzone://Microsoft/Custom')}
    ${event(`
    DTSTART;TZID=tzone://Microsoft/Custom:20260707T180000
    UID:1
    SUMMARY:Défini`)}
    ${event(`
    DTSTART;TZID=tzone://Microsoft/Utc:20260707T160000
    UID:2
    SUMMARY:UTC`)}`,
    ['2026-07-07T16:00Z Europe/Paris: Défini', '2026-07-07T16:00Z UTC: UTC'],
  ],
  [
    'Apple, its zone with the history of a century',
    `PRODID:-//Apple Inc.//macOS 14.0//EN
    CALSCALE:GREGORIAN
    X-APPLE-CALENDAR-COLOR:#1BADF8
    BEGIN:VTIMEZONE
    TZID:Europe/Paris
    BEGIN:STANDARD
    DTSTART:18910315T000001
    RDATE:18910315T000001
    TZNAME:PMT
    TZOFFSETFROM:+000921
    TZOFFSETTO:+000921
    END:STANDARD
    END:VTIMEZONE
    ${event(`
    DTSTART;TZID=Europe/Paris:20261126T180000
    DURATION:PT2H
    UID:1
    SUMMARY:Plénière
    LOCATION:La Coroutine\\n16 rue Molière\\, 59000 Lille\\, France
    X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-ADDRESS="16 rue Molière\\\\n59000
     Lille";X-APPLE-RADIUS=70;X-TITLE="La Coroutine":geo:50.6292,3.0701
    X-APPLE-TRAVEL-ADVISORY-BEHAVIOR:AUTOMATIC`)}`,
    ['2026-11-26T17:00Z to 2026-11-26T19:00Z Europe/Paris: Plénière'],
  ],
  [
    'Nextcloud, a moved occurrence in front of its series',
    `PRODID:-//IDN nextcloud.com//Calendar app 4.7.0//EN
    X-WR-CALNAME:Framagenda
    REFRESH-INTERVAL;VALUE=DURATION:PT4H
    X-PUBLISHED-TTL:PT4H
    ${event(`
    RECURRENCE-ID;TZID=Europe/Paris:20261203T180000
    DTSTART;TZID=Europe/Paris:20261204T183000
    DTEND;TZID=Europe/Paris:20261204T200000
    SUMMARY:Vendredi
    SEQUENCE:3
    UID:1`)}
    ${event(`
    DTSTART;TZID=Europe/Paris:20261126T180000
    DTEND;TZID=Europe/Paris:20261126T200000
    RRULE:FREQ=WEEKLY;COUNT=2
    SUMMARY:Jeudi
    SEQUENCE:2
    UID:1`)}${paris}`,
    [
      '2026-11-26T17:00Z to 2026-11-26T19:00Z Europe/Paris: Jeudi',
      '2026-12-04T17:30Z to 2026-12-04T19:00Z Europe/Paris: Vendredi',
    ],
  ],
  [
    'Meetup',
    `PRODID:-//Meetup Inc//RemoteApi//EN
    X-ORIGINAL-URL:https://www.meetup.com/communs/events/ical/
    X-WR-CALNAME:Events - Communs
    X-MS-OLK-FORCEINSPECTOROPEN:TRUE${paris}
    ${event(`
    DTSTAMP:20261101T100000Z
    DTSTART;TZID=Europe/Paris:20261126T183000
    DTEND;TZID=Europe/Paris:20261126T203000
    STATUS:CONFIRMED
    SUMMARY:Rencontre
    CLASS:PUBLIC
    GEO:50.63;3.06
    URL;VALUE=URI:https://www.meetup.com/communs/events/1/
    UID:event_1@meetup.com`)}`,
    ['2026-11-26T17:30Z to 2026-11-26T19:30Z Europe/Paris, confirmed: Rencontre'],
  ],
  [
    'Facebook',
    `PRODID:-//Facebook//NONSGML Facebook Events V1.0//EN
    X-PUBLISHED-TTL:PT12H
    X-ORIGINAL-URL:https://www.facebook.com/events/upcoming
    METHOD:PUBLISH
    ${event(`
    DTSTAMP:20261101T100000Z
    LAST-MODIFIED:20261101T100000Z
    CREATED:20261101T100000Z
    SEQUENCE:0
    ORGANIZER;CN=Communs:MAILTO:noreply@facebookmail.com
    ATTENDEE;CN=Quelqu’un;PARTSTAT=ACCEPTED:https://www.facebook.com/quelquun
    DTSTART:20261126T170000Z
    UID:e1@facebook.com
    SUMMARY:Soirée
    PARTSTAT:ACCEPTED`)}`,
    ['2026-11-26T17:00Z Europe/Paris: Soirée'],
  ],
  [
    'Mobilizon',
    `PRODID:-//Elixir ICal//Mobilizon//EN
    ${event(`
    CATEGORIES:communs,ville
    DESCRIPTION:Ordre du jour
    DTEND:20261126T190000Z
    DTSTAMP:20261101T100000Z
    DTSTART:20261126T170000Z
    ORGANIZER:mailto:nobody@exemple.test
    STATUS:cancelled
    SUMMARY:Annulée
    UID:7a1b
    URL:https://mobilizon.exemple.test/events/7a1b
    X-WR-TIMEZONE:Europe/Paris`)}`,
    ['2026-11-26T17:00Z to 2026-11-26T19:00Z Europe/Paris, cancelled: Annulée'],
  ],
  [
    'Gancio',
    `CALSCALE:GREGORIAN
    PRODID:Gancio
    METHOD:PUBLISH
    X-WR-CALNAME:Agenda
    X-PUBLISHED-TTL:PT1H
    ${event(`
    UID:34@gancio.exemple.test
    SUMMARY:Bal
    DTSTAMP:20261101T100000Z
    DTSTART;VALUE=DATE-TIME:20261126T190000Z
    LOCATION:Salle - 1 rue du Bal
    URL:https://gancio.exemple.test/event/bal
    STATUS:CONFIRMED
    DURATION:PT1H`)}`,
    ['2026-11-26T19:00Z to 2026-11-26T20:00Z Europe/Paris, confirmed: Bal'],
  ],
  [
    'Démosphère',
    `PRODID:-//Demosphere//NONSGML Agenda//FR
    X-WR-CALNAME;VALUE=TEXT:Démosphère
    X-WR-TIMEZONE;VALUE=TEXT:Europe/Paris${paris}
    ${event(`
    DTSTART;TZID=Europe/Paris:20261126T193000
    SUMMARY:Assemblée\\, débat
    UID:demosphere-1
    LOCATION:MRES\\, 5 rue Jules de Vicq\\, 59000 Lille`)}`,
    ['2026-11-26T18:30Z Europe/Paris: Assemblée, débat'],
  ],
  [
    'OpenAgenda, an event of several timings under one UID',
    `PRODID:-//OpenAgenda//EN
    ${event(`
    UID:12@openagenda.com
    DTSTART:20261126T090000Z
    DTEND:20261126T110000Z
    SUMMARY:Atelier`)}
    ${event(`
    UID:12@openagenda.com
    DTSTART:20261127T090000Z
    DTEND:20261127T110000Z
    SUMMARY:Atelier`)}`,
    [
      '2026-11-26T09:00Z to 2026-11-26T11:00Z Europe/Paris: Atelier',
      '2026-11-27T09:00Z to 2026-11-27T11:00Z Europe/Paris: Atelier',
    ],
  ],
  [
    'The Events Calendar, on a site in a zone and on one with an offset',
    `PRODID:-//Site - ECPv6.2.3//NONSGML v1.0//EN
    X-Robots-Tag:noindex
    REFRESH-INTERVAL;VALUE=DURATION:PT1H${paris}
    ${event(`
    DTSTART;TZID=Europe/Paris:20261126T180000
    DTEND;TZID=Europe/Paris:20261126T200000
    UID:1-1-2@site.exemple.test
    SUMMARY:Zone
    ATTACH;FMTTYPE=image/jpeg:https://site.exemple.test/a.jpg`)}
    ${event(`
    DTSTART;TZID=UTC+1:20261126T180000
    DTEND;TZID=UTC+1:20261126T200000
    UID:2-1-2@site.exemple.test
    SUMMARY:Décalage`)}
    ${event(`
    DTSTART;TZID=UTC+5.5:20261126T180000
    UID:3-1-2@site.exemple.test
    SUMMARY:Demi-heure`)}
    ${event(`
    DTSTART;VALUE=DATE:20261205
    DTEND;VALUE=DATE:20261206
    UID:4-1-2@site.exemple.test
    SUMMARY:Journée`)}`,
    [
      '2026-11-26T17:00Z to 2026-11-26T19:00Z Europe/Paris: Zone',
      '2026-11-26T17:00Z to 2026-11-26T19:00Z +01:00: Décalage',
      '2026-11-26T12:30Z +05:30: Demi-heure',
      '2026-12-05: Journée',
    ],
  ],
  [
    'Zimbra, its zone quoted, and an old one that it does not define',
    `PRODID:Zimbra-Calendar-Provider${paris}
    ${event(`
    DTSTART;TZID="Europe/Paris":20261126T180000
    DTEND;TZID="Europe/Paris":20261126T200000
    X-MICROSOFT-CDO-INTENDEDSTATUS:BUSY
    UID:1
    SUMMARY:Réunion`)}
    ${event(`
    DTSTART;TZID="(GMT+01.00) Amsterdam / Berlin / Bern / Rome / Stockholm / Vienna":20260707T180000
    UID:2
    SUMMARY:Ancienne`)}`,
    ['2026-11-26T17:00Z to 2026-11-26T19:00Z Europe/Paris: Réunion', '2026-07-07T16:00Z Europe/Amsterdam: Ancienne'],
  ],
  [
    'SOGo, a day of a series that is no more, and tasks beside it',
    `PRODID:-//Inverse inc./SOGo 5.8.0//EN
    BEGIN:VTODO
    UID:tache
    SUMMARY:Une tâche
    DUE:20261201
    END:VTODO
    ${event(`
    UID:1
    SUMMARY:Permanence
    DTSTART;VALUE=DATE:20261102
    DTEND;VALUE=DATE:20261103
    RRULE:FREQ=WEEKLY;COUNT=3;BYDAY=MO
    EXDATE;VALUE=DATE:20261109
    X-SOGO-SEND-APPOINTMENT-NOTIFICATIONS:NO`)}`,
    ['2026-11-02: Permanence', '2026-11-16: Permanence'],
  ],
  [
    'Thunderbird, its zones below a path of its own',
    `PRODID:-//Mozilla.org/NONSGML Mozilla Calendar V1.1//EN
    ${event(`
    UID:1
    DTSTART;TZID=/mozilla.org/20070129_1/Europe/Paris:20261126T180000
    SUMMARY:Avant
    X-MOZ-GENERATION:2
    X-MOZ-LASTACK:20261120T100000Z`)}
    ${event(`
    UID:2
    DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Paris:20261126T180000
    SUMMARY:Evolution`)}
    ${event(`
    UID:3
    DTSTART;TZID=/softwarestudio.org/Olson_20011030_5/America/Argentina/Buenos_Aires:20261126T180000
    SUMMARY:Loin`)}`,
    [
      '2026-11-26T17:00Z Europe/Paris: Avant',
      '2026-11-26T17:00Z Europe/Paris: Evolution',
      '2026-11-26T21:00Z America/Argentina/Buenos_Aires: Loin',
    ],
  ],
  [
    'Radicale, each event in a calendar of its own',
    `PRODID:-//Radicale//NONSGML Radicale Server//EN
    ${event(`
    UID:1
    DTSTART;TZID=Europe/Paris:20261126T180000
    SUMMARY:Un`)}
    END:VCALENDAR
    BEGIN:VCALENDAR
    VERSION:2.0
    ${event(`
    UID:2
    DTSTART;TZID=Europe/Paris:20261127T180000
    SUMMARY:Deux`)}`,
    ['2026-11-26T17:00Z Europe/Paris: Un', '2026-11-27T17:00Z Europe/Paris: Deux'],
  ],
  [
    'Proton',
    `PRODID:-//Proton AG//WebCalendar 5.0.19//EN
    METHOD:PUBLISH
    X-WR-TIMEZONE:Europe/Zurich
    ${event(`
    UID:1@proton.me
    DTSTAMP:20261101T100000Z
    DTSTART;TZID=Europe/Paris:20261126T180000
    DTEND;TZID=Europe/Paris:20261126T200000
    X-PM-CONFERENCE-ID;X-PM-PROVIDER=2:abc
    COLOR:tomato
    SUMMARY:Atelier
    SEQUENCE:0
    STATUS:CONFIRMED`)}`,
    ['2026-11-26T17:00Z to 2026-11-26T19:00Z Europe/Paris, confirmed: Atelier'],
  ],
  [
    'Lotus Notes, the name of its zone its own and its rules listed',
    `PRODID:-//Lotus Development Corporation//NONSGML Notes 9.0//EN_C
    METHOD:PUBLISH${outlook('Romance')}
    ${event(`
    DTSTART;TZID="Romance":20260707T180000
    DTEND;TZID="Romance":20260707T190000
    RDATE;TZID="Romance";VALUE=PERIOD:20260707T180000/20260707T190000,
     20260714T180000/20260714T193000
    UID:1
    SUMMARY:Réunion`)}`,
    [
      '2026-07-07T16:00Z to 2026-07-07T17:00Z Europe/Paris: Réunion',
      '2026-07-14T16:00Z to 2026-07-14T17:30Z Europe/Paris: Réunion',
    ],
  ],
  [
    'SPIP, its times without a zone in a calendar that names one',
    `PRODID:-//SPIP/Agenda//FR
    X-WR-TIMEZONE:Europe/Paris
    ${event(`
    UID:20261126-1@site.exemple.test
    DTSTART:20261126T180000
    DTEND:20261126T180000
    SUMMARY:Conférence &#8211; d&eacute;bat
    CATEGORIES:Agenda`)}`,
    ['2026-11-26T17:00Z Europe/Paris: Conférence – débat'],
  ],
  [
    'Drupal and Indico, which call each time a time',
    `PRODID:-//Drupal iCal API//EN
    ${event(`
    UID:1
    SUMMARY;LANGUAGE=en:Meeting
    DTSTART;TZID=Europe/Paris;VALUE=DATE-TIME:20261126T180000
    DTEND;VALUE=DATE-TIME;TZID=Europe/Paris:20261126T200000
    EXDATE;VALUE=DATE-TIME;TZID=Europe/Paris:`)}`,
    ['2026-11-26T17:00Z to 2026-11-26T19:00Z Europe/Paris: Meeting'],
  ],
];

describe('a calendar as it is written by', () => {
  it.each(cases)('%s', async (_what, lines, read) => {
    const text = `BEGIN:VCALENDAR\nVERSION:2.0\n${lines}\nEND:VCALENDAR`;
    expect(await documentInWords(calendarOf(text))).toEqual(read);
  });
});

describe('a place in a calendar', () => {
  const placeOf = async (...lines: string[]) => {
    const event = ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'UID:1', ...lines, 'END:VEVENT', 'END:VCALENDAR'].join('\r\n');
    return (await readDocument(fetched(event))).document.reports[0]?.fields.place;
  };

  it('has the position that Apple gives it, and that its neighbours give it', async () => {
    const position = { latitude: 50.6292, longitude: 3.0701 };
    const apple = 'X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-ADDRESS="16 rue X";X-TITLE="Y":geo:50.6292,3.0701';
    for (const line of [apple, 'GEO:50.6292;3.0701', 'GEO:50.6292,3.0701', 'GEO:50.6292\\;3.0701'])
      expect(await placeOf(line)).toEqual(position);
  });

  it('is read with its entities, and with an address beside it', async () => {
    const line =
      'LOCATION;ALTREP="https://x.test:80/y";LANGUAGE=fr:Caf&eacute; citoyen\\, 7 place du Vieux Marché\\, 59000 Lille';
    expect(await placeOf(line)).toEqual({
      ...{ name: 'Café citoyen', address: '7 place du Vieux Marché', postalCode: '59000', city: 'Lille' },
    });
  });
});
