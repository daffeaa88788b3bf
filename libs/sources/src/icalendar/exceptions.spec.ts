import { documentInWords } from '../testing/in-words.js';
import { calendarOf } from './testing/calendar-of.js';

type Case = readonly [what: string, lines: string, read: readonly string[]];

/** A series on Thursdays in November and December 2026 in New York, read for a source in Paris. */
const start = 'DTSTART;TZID=America/New_York:20261105T180000';
const thursdays = (...days: string[]): string[] => days.map((day) => `2026-${day}T23:00Z America/New_York: Jeudi`);

const read = (lines: string): Promise<readonly string[]> =>
  documentInWords(
    calendarOf(`BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:Jeudi\n${lines}\nEND:VEVENT\nEND:VCALENDAR`),
  );

const rules: readonly Case[] = [
  ['with a number and an end: the number', 'COUNT=2;UNTIL=20261231', thursdays('11-05', '11-12')],
  ['with a number and an end: the end', 'COUNT=9;UNTIL=20261113T000000Z', thursdays('11-05', '11-12')],
  ['until a day: that day too', 'UNTIL=20261119', thursdays('11-05', '11-12', '11-19')],
  ['until a time without a zone: that of the series', 'UNTIL=20261119T180000', thursdays('11-05', '11-12', '11-19')],
  ['until a day as ISO 8601 writes it', 'UNTIL=2026-11-19', thursdays('11-05', '11-12', '11-19')],
  ['until an instant without seconds', 'UNTIL=20261119T2300Z', thursdays('11-05', '11-12', '11-19')],
  ['in small letters', 'count=2;byday=th', thursdays('11-05', '11-12')],
  ['with blanks and a comma too many', 'COUNT=2; BYDAY = TH,', thursdays('11-05', '11-12')],
  ['of numbered days in a week: of the days', 'COUNT=2;BYDAY=2TH', thursdays('11-05', '11-12')],
  ['every nought weeks: each', 'COUNT=2;INTERVAL=0', thursdays('11-05', '11-12')],
  [
    'until what is no time: its beginning alone',
    'UNTIL=jamais',
    [...thursdays('11-05'), '! 1: UNTIL is no date or time: «JAMAIS»'],
  ],
];

describe('a weekly series is read', () => {
  it.each(rules)('%s', async (_what, rule, expected) => {
    expect(await read(`${start}\nRRULE:FREQ=WEEKLY;${rule}`)).toEqual(expected);
  });
});

const three = `${start}\nRRULE:FREQ=WEEKLY;COUNT=3`;
const left: readonly Case[] = [
  ['in the zone of the series', 'EXDATE;TZID=America/New_York:20261112T180000', thursdays('11-05', '11-19')],
  ['as an instant', 'EXDATE:20261112T230000Z', thursdays('11-05', '11-19')],
  ['in another zone', 'EXDATE;TZID=Asia/Tokyo:20261113T080000', thursdays('11-05', '11-19')],
  ['without a zone', 'EXDATE:20261112T180000', thursdays('11-05', '11-19')],
  ['as a day', 'EXDATE;VALUE=DATE:20261112', thursdays('11-05', '11-19')],
  ['as a day that is called nothing', 'EXDATE:20261112', thursdays('11-05', '11-19')],
  ['in a list with blanks', 'EXDATE;VALUE=DATE:20261112, 20261119', thursdays('11-05')],
  ['twice', 'EXDATE:20261112T230000Z\nEXDATE:20261112T230000Z', thursdays('11-05', '11-19')],
  ['with an offset', 'EXDATE:2026-11-12T18:00:00-05:00', thursdays('11-05', '11-19')],
];

describe('an occurrence is left out', () => {
  it.each(left)('%s', async (_what, line, expected) => {
    expect(await read(`${three}\n${line}`)).toEqual(expected);
  });
});

const more: readonly (readonly [what: string, line: string, read: string])[] = [
  ['in its zone', 'RDATE;TZID=America/New_York:20261106T180000', '2026-11-06T23:00Z America/New_York: Jeudi'],
  ['without a zone', 'RDATE:20261106T180000', '2026-11-06T23:00Z America/New_York: Jeudi'],
  ['as a day', 'RDATE;VALUE=DATE:20261106', '2026-11-06T23:00Z America/New_York: Jeudi'],
  [
    'with its length',
    'RDATE;VALUE=PERIOD:20261106T230000Z/PT30M',
    '2026-11-06T23:00Z to 2026-11-06T23:30Z America/New_York: Jeudi',
  ],
  [
    'with its end',
    'RDATE;VALUE=PERIOD;TZID=America/New_York:20261106T180000/20261106T190000',
    '2026-11-06T23:00Z to 2026-11-07T00:00Z America/New_York: Jeudi',
  ],
];

describe('an occurrence is added', () => {
  it.each(more)('%s', async (_what, line, expected) => {
    expect(await read(`${three}\n${line}`)).toEqual([...thursdays('11-05'), expected, ...thursdays('11-12', '11-19')]);
  });
});

const other = (id: string, lines: string): string =>
  `${three}\nEND:VEVENT\nBEGIN:VEVENT\nUID:1\nRECURRENCE-ID${id}\nSUMMARY:Autre\n${lines}`;
const moved = '2026-11-13T18:00Z America/New_York: Autre';
const overrides: readonly Case[] = [
  ['in the zone of the series', ';TZID=America/New_York:20261112T180000', [moved]],
  ['as an instant', ':20261112T230000Z', [moved]],
  ['in another zone', ';TZID=Asia/Tokyo:20261113T080000', [moved]],
  ['without a zone', ':20261112T180000', [moved]],
  ['as a day', ';VALUE=DATE:20261112', [moved]],
];

describe('an occurrence is moved', () => {
  it.each(overrides)('%s', async (_what, id, expected) => {
    const lines = other(id, 'DTSTART;TZID=America/New_York:20261113T130000');
    expect(await read(lines)).toEqual([...thursdays('11-05', '11-19'), ...expected]);
  });

  it('with all that follow', async () => {
    const lines = other(';RANGE=THISANDFUTURE:20261112T230000Z', 'DTSTART;TZID=Europe/Paris:20261113T190000');
    const paris = ['2026-11-13T18:00Z Europe/Paris: Autre', '2026-11-20T18:00Z Europe/Paris: Autre'];
    expect(await read(lines)).toEqual([...thursdays('11-05'), ...paris]);
  });

  it('with all that follow, though itself is left out', async () => {
    const lines = other(';RANGE=THISANDFUTURE:20261112T230000Z', 'DTSTART;TZID=America/New_York:20261113T130000');
    const without = lines.replace('COUNT=3', 'COUNT=3\nEXDATE:20261112T230000Z');
    expect(await read(without)).toEqual([...thursdays('11-05'), '2026-11-20T18:00Z America/New_York: Autre']);
  });

  it('with all that follow, which take place by another rule from then on', async () => {
    const lines = other(
      ';RANGE=THISANDFUTURE:20261112T230000Z',
      'DTSTART;TZID=America/New_York:20261113T130000\nRRULE:FREQ=WEEKLY;INTERVAL=2;UNTIL=20261212',
    );
    const fridays = ['11-13', '11-27', '12-11'].map((day) => `2026-${day}T18:00Z America/New_York: Autre`);
    expect(await read(lines)).toEqual([...thursdays('11-05'), ...fridays]);
  });

  it('to be cancelled', async () => {
    const lines = other(':20261112T230000Z', 'DTSTART:20261112T230000Z\nSTATUS:Canceled');
    expect(await read(lines)).toEqual([
      ...thursdays('11-05', '11-19'),
      '2026-11-12T23:00Z Europe/Paris, cancelled: Autre',
    ]);
  });
});

describe('two calendars in one document', () => {
  it('each have their own zone', async () => {
    const calendar = (uid: string, zone: string): string =>
      `BEGIN:VCALENDAR\nX-WR-TIMEZONE:${zone}\nBEGIN:VEVENT\nUID:${uid}\nDTSTART:20261126T180000\nEND:VEVENT\nEND:VCALENDAR\n`;
    expect(await documentInWords(calendar('1', 'Europe/London') + calendar('2', 'Romance Standard Time'))).toEqual([
      '2026-11-26T18:00Z Europe/London: (sans titre)',
      '2026-11-26T17:00Z Europe/Paris: (sans titre)',
    ]);
  });
});

describe('a series that would never end', () => {
  it.each([
    ['a hundred thousand minutes', 'DTSTART:20261102T000000Z\nRRULE:FREQ=MINUTELY;COUNT=100000', 700],
    ['every day since 1900', 'DTSTART;VALUE=DATE:19000101\nRRULE:FREQ=DAILY', 700],
    ['every second', 'DTSTART:20261102T000000Z\nRRULE:FREQ=SECONDLY', 1],
    ['a day that never comes', 'DTSTART:20261102T000000Z\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', 1],
  ])('is read as far as is of interest: %s', async (_what, lines, count) => {
    expect((await read(lines)).filter((line) => !line.startsWith('!'))).toHaveLength(count);
  });
});
