import { readDocument } from '../index.js';
import { fetched } from '../testing/fetched.js';
import { documentInWords } from '../testing/in-words.js';
import { calendarOf } from './testing/calendar-of.js';

const plain = `BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:1
DTSTART;TZID=Europe/Paris:20261126T180000
SUMMARY:Assemblée
 ouverte
END:VEVENT
BEGIN:VEVENT
UID:2
DTSTART:20261127T170000Z
SUMMARY:Atelier
END:VEVENT
END:VCALENDAR
`;
const plainRead = ['2026-11-26T17:00Z Europe/Paris: Assembléeouverte', '2026-11-27T17:00Z Europe/Paris: Atelier'];

describe('a calendar is read whole though', () => {
  it.each([
    ['its lines end in LF', plain],
    ['its lines end in CR', plain.replaceAll('\n', '\r')],
    ['its lines end in CR CR LF', plain.replaceAll('\n', '\r\r\n')],
    ['there is an empty line behind each', plain.replaceAll('\n', '\n\n').replace('\n\n ', '\n ')],
    ['it begins with a mark of its encoding', `\uFEFF${plain}`],
    ['there are empty lines before it', `\n\n  \n${plain}`],
    ['it is folded with tabs', plain.replace('\n ', '\n\t')],
    ['no END is there', plain.replace(/END:.*\n/g, '')],
    ['it was cut off', plain.replace(/\nEND:VEVENT\nEND:VCALENDAR\n$/, '')],
    ['it has no BEGIN:VCALENDAR', plain.replace('BEGIN:VCALENDAR\nVERSION:2.0\n', '')],
    ['lines end in spaces', plain.replace(/(BEGIN|END|UID|DTSTART)(.*)\n/g, '$1$2 \n')],
    ['it is in small letters', plain.replace(/^[^:]*:|T(?=\d)|VEVENT|VCALENDAR/gm, (name) => name.toLowerCase())],
    ['its lines are indented, as templates do', plain.replace('\n ouverte', 'ouverte').replace(/^(?=.)/gm, '    ')],
    ['its components are indented', plain.replace('\n ouverte', 'ouverte').replace(/^(?!.*VCALENDAR)(?=.)/gm, '\t')],
    [
      'a warning of PHP stands before it',
      `<br />\n<b>Warning</b>: foreach() in <b>x.php</b> on line 3<br />\n${plain}`,
    ],
    ['a page stands behind it', `${plain}<!-- Served in 0.1 s -->\n`],
  ])('%s', async (_what, text) => {
    const read = await documentInWords(text);
    expect(read.filter((line) => !line.startsWith('!'))).toEqual(plainRead);
  });

  it.each([
    ['latin-1', 'latin1', ''],
    ['latin-1, and says so', 'latin1', 'text/calendar; charset=iso-8859-1'],
    ['latin-1, and says UTF-8', 'latin1', 'text/calendar; charset=utf-8'],
    ['UTF-8, and says latin-1', 'utf8', 'text/calendar'],
    ['UTF-16 with a mark', 'utf16le', 'text/calendar'],
  ] as const)('it is in %s', async (_what, encoding, mediaType) => {
    const body = Buffer.from(encoding === 'utf16le' ? `\uFEFF${plain}` : plain, encoding);
    expect(await documentInWords(body, { mediaType })).toEqual(plainRead);
  });

  it('it was folded within a character', async () => {
    const bytes = Buffer.from(plain).toString('latin1').replace('\u00c3\u00a9', '\u00c3\r\n \u00a9');
    expect(await documentInWords(Buffer.from(bytes, 'latin1'))).toEqual(plainRead);
  });
});

type Case = readonly [what: string, lines: string, read: readonly string[]];

const eventRead = (lines: string): Promise<readonly string[]> =>
  documentInWords(calendarOf(`BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\n${lines}\nEND:VEVENT\nEND:VCALENDAR`));

const times: readonly Case[] = [
  ['with an offset', 'DTSTART:20261126T180000+0100', ['2026-11-26T17:00Z Europe/Paris: (sans titre)']],
  [
    'as ISO 8601 writes it',
    'DTSTART:2026-11-26T18:00:00-05:00\nDTEND:2026-11-26T20:00:00.000-05:00',
    ['2026-11-26T23:00Z to 2026-11-27T01:00Z Europe/Paris: (sans titre)'],
  ],
  ['with a blank', 'DTSTART;TZID=Europe/Paris:2026-11-26 18:00', ['2026-11-26T17:00Z Europe/Paris: (sans titre)']],
  [
    'at 24:00',
    'DTSTART;TZID=Europe/Paris:20261126T220000\nDTEND;TZID=Europe/Paris:20261126T240000',
    ['2026-11-26T21:00Z to 2026-11-26T23:00Z Europe/Paris: (sans titre)'],
  ],
  ['a day that is called a time', 'DTSTART;VALUE=DATE-TIME:20261126', ['2026-11-26: (sans titre)']],
  [
    'a time that is called a day',
    'DTSTART;VALUE=DATE:20261126T170000Z',
    ['2026-11-26T17:00Z Europe/Paris: (sans titre)'],
  ],
  ['a day that is called nothing', 'DTSTART:20261126\nDTEND:20261128', ['2026-11-26 to 2026-11-27: (sans titre)']],
  [
    'in an unknown zone',
    'DTSTART;TZID=Nowhere:20261126T180000',
    ['2026-11-26T17:00Z Europe/Paris?: (sans titre)', '! 1: unknown zone: «Nowhere»'],
  ],
  [
    'with an end before it',
    'DTSTART:20261126T170000Z\nDTEND:20261126T160000Z',
    ['2026-11-26T17:00Z Europe/Paris: (sans titre)', '! 1: ends before it begins'],
  ],
  [
    'with an end and a length: the end',
    'DTSTART:20261126T170000Z\nDTEND:20261126T190000Z\nDURATION:PT1H',
    ['2026-11-26T17:00Z to 2026-11-26T19:00Z Europe/Paris: (sans titre)'],
  ],
  [
    'with an end that has no zone: that of the beginning',
    'DTSTART;TZID=America/New_York:20261126T180000\nDTEND:20261126T200000',
    ['2026-11-26T23:00Z to 2026-11-27T01:00Z America/New_York: (sans titre)'],
  ],
  [
    'with a length in days and hours',
    'DTSTART;TZID=Europe/Paris:20261126T180000\nDURATION:P1DT2H0M0S',
    ['2026-11-26T17:00Z to 2026-11-27T19:00Z Europe/Paris: (sans titre)'],
  ],
  ['in 1900', 'DTSTART:19000101T120000Z', ['1900-01-01T12:00Z Europe/Paris: (sans titre)']],
  ['in 9999', 'DTSTART:99991231T120000Z', ['9999-12-31T12:00Z Europe/Paris: (sans titre)']],
  [
    'that there is not',
    'DTSTART:20260230T120000Z',
    [
      'undated: (sans titre)',
      '! 1: DTSTART does not exist: «20260230T120000Z»',
      '! 1: no DTSTART that can be read: undated',
    ],
  ],
  ['that is missing', 'DTEND:20261126T170000Z', ['undated: (sans titre)', '! 1: no DTSTART that can be read: undated']],
];

describe('a time of a calendar is understood', () => {
  it.each(times)('%s', async (_what, lines, read) => {
    expect(await eventRead(lines)).toEqual(read);
  });
});

const texts: readonly Case[] = [
  ['with escapes', 'SUMMARY:Un\\, deux\\; trois\\Nquatre \\\\ cinq', ['undated: Un, deux; trois quatre \\ cinq']],
  ['without the escapes that it should have', 'SUMMARY:Un, deux; trois', ['undated: Un, deux; trois']],
  ['with entities of HTML', 'SUMMARY:L&#8217;&eacute;t&eacute; &amp; l&rsquo;hiver', ['undated: L’été & l’hiver']],
  ['with an ampersand', 'SUMMARY:Fruits & légumes &c; Q&A', ['undated: Fruits & légumes &c; Q&A']],
  ['with an address beside it', 'SUMMARY;ALTREP="http://x.test:80/a;b":Titre : suite', ['undated: Titre : suite']],
  ['with an address that nobody quoted', 'SUMMARY;ALTREP=http://x.test/a:Titre : suite', ['undated: Titre : suite']],
  ['with a quote that never closes', 'SUMMARY;X="a:Titre', ['undated: Titre']],
  ['in a language', 'SUMMARY;LANGUAGE=fr-FR:Titre', ['undated: Titre']],
  [
    'in the quoted-printable of old programs',
    'SUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Assembl=C3=A9e=\n=20ouverte',
    ['undated: Assemblée ouverte'],
  ],
  ['of signs that nobody sees', 'SUMMARY:Ti\u0000t\u0007re', ['undated: Titre']],
];

describe('a text of a calendar is understood', () => {
  it('though its line ends were neither folded nor escaped, which is told', async () => {
    const lines = 'DESCRIPTION:Au menu\nun débat\net une soupe\nSUMMARY:Repas\nDTSTART:20261126';
    const { document } = await readDocument(fetched(`BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\n${lines}\nEND:VEVENT`));
    expect(document.reports[0]?.fields).toMatchObject({
      title: 'Repas',
      summary: 'Au menu<br />un débat<br />et une soupe',
    });
    expect(document.errors.map(({ where }) => where)).toEqual(['line 5', 'line 6']);
  });

  it.each(texts)('%s', async (_what, lines, read) => {
    const found = await eventRead(lines);
    expect(found.filter((line) => !line.includes('DTSTART'))).toEqual(read);
  });

  it('though something else stands beside it: tasks, notes, when somebody is free, what is encoded', async () => {
    const other = ['VTODO', 'VJOURNAL', 'VFREEBUSY'].map(
      (name) => `BEGIN:${name}\nUID:${name}\nDTSTART:20261126\nEND:${name}`,
    );
    const base64 = 'ATTACH;FMTTYPE=image/png;ENCODING=BASE64;VALUE=BINARY:iVBORw0KGgo=\n AAAA:BBBB;CCCC';
    const event = `BEGIN:VEVENT\nUID:1\n${base64}\nDTSTART:20261126\nSUMMARY:Oui\nEND:VEVENT`;
    const text = `BEGIN:VCALENDAR\n${other.join('\n')}\n${event}\nEND:VCALENDAR`;
    expect(await documentInWords(calendarOf(text))).toEqual(['2026-11-26: Oui']);
  });
});
