/** A few lines of an event, and when it must be read to be: `…Z to …Z`, `day to day`; `assumed` where its calendar names no zone. */
export type TimeCase = Readonly<{
  what: string;
  /** Of the event; DTSTART among them. */
  lines: readonly string[];
  /** Of the calendar around it. */
  calendar?: readonly string[];
  times: readonly string[];
}>;

const zone = (tzid: string, winter: string, summer: string): string[] => [
  ...['BEGIN:VTIMEZONE', `TZID:${tzid}`, 'BEGIN:STANDARD', 'DTSTART:16010101T030000', `TZOFFSETFROM:${summer}`],
  ...[`TZOFFSETTO:${winter}`, 'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10', 'END:STANDARD', 'BEGIN:DAYLIGHT'],
  ...['DTSTART:16010101T020000', `TZOFFSETFROM:${winter}`, `TZOFFSETTO:${summer}`],
  ...['RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3', 'END:DAYLIGHT', 'END:VTIMEZONE'],
];

const summer = '20260701T180000';

/** Read for a source in Paris. */
export const timeCases: readonly TimeCase[] = [
  // The zone of a time
  { what: 'UTC', lines: [`DTSTART:${summer}Z`], times: ['2026-07-01T18:00Z'] },
  { what: 'TZID without VTIMEZONE', lines: [`DTSTART;TZID=Europe/London:${summer}`], times: ['2026-07-01T17:00Z'] },
  { what: 'in winter', lines: ['DTSTART;TZID=Europe/London:20260101T180000'], times: ['2026-01-01T18:00Z'] },
  {
    what: 'a path before the zone',
    lines: [`DTSTART;TZID=/mozilla.org/20070129_1/Europe/London:${summer}`],
    times: ['2026-07-01T17:00Z'],
  },
  { what: 'a Windows zone', lines: [`DTSTART;TZID=GMT Standard Time:${summer}`], times: ['2026-07-01T17:00Z'] },
  {
    what: 'a rarer Windows zone',
    lines: [`DTSTART;TZID="Cen. Australia Standard Time":${summer}`],
    times: ['2026-07-01T08:30Z'],
  },
  {
    what: 'a zone by its cities',
    lines: [`DTSTART;TZID="(UTC+02:00) Helsinki, Kyiv, Riga, Sofia":${summer}`],
    times: ['2026-07-01T15:00Z'],
  },
  {
    what: 'a zone by what Windows calls it',
    lines: [`DTSTART;TZID="(UTC-05:00) Eastern Time (US & Canada)":${summer}`],
    times: ['2026-07-01T22:00Z'],
  },
  { what: 'an offset', lines: [`DTSTART;TZID=GMT+0300:${summer}`], times: ['2026-07-01T15:00Z'] },
  {
    what: 'a zone that the calendar defines',
    calendar: zone('Chez nous', '+0200', '+0300'),
    lines: [`DTSTART;TZID=Chez nous:${summer}`],
    times: ['2026-07-01T15:00Z'],
  },
  {
    what: 'a zone that it defines under a name with a comma',
    calendar: zone('Ici\\, là', '+0200', '+0300'),
    lines: [`DTSTART;TZID="Ici, là":${summer}`],
    times: ['2026-07-01T15:00Z'],
  },
  {
    what: 'Outlook’s « Customized Time Zone », defined',
    calendar: zone('Customized Time Zone', '-0500', '-0400'),
    lines: [`DTSTART;TZID=Customized Time Zone:${summer}`],
    times: ['2026-07-01T22:00Z'],
  },
  {
    what: 'the same, not defined beside the only zone that is',
    calendar: zone('Chez nous', '+0200', '+0300'),
    lines: [`DTSTART;TZID=Customized Time Zone:${summer}`],
    times: ['2026-07-01T15:00Z assumed'],
  },
  {
    what: 'a TZID that nobody knows',
    lines: [`DTSTART;TZID=Mars/Gale:${summer}`],
    times: ['2026-07-01T16:00Z assumed'],
  },
  { what: 'floating', lines: [`DTSTART:${summer}`], times: ['2026-07-01T16:00Z assumed'] },
  {
    what: 'floating under X-WR-TIMEZONE',
    calendar: ['X-WR-TIMEZONE:Europe/London'],
    lines: [`DTSTART:${summer}`],
    times: ['2026-07-01T17:00Z'],
  },
  {
    what: 'floating under a X-WR-TIMEZONE that nobody knows',
    calendar: ['X-WR-TIMEZONE:Mars/Gale'],
    lines: [`DTSTART:${summer}`],
    times: ['2026-07-01T16:00Z assumed'],
  },
  {
    what: 'a zone that says Z',
    lines: [`DTSTART;TZID=Europe/London:${summer}Z`],
    times: ['2026-07-01T17:00Z'],
  },
  // Days
  { what: 'a day', lines: ['DTSTART;VALUE=DATE:20260701'], times: ['2026-07-01 to 2026-07-01'] },
  {
    what: 'days, the last of which is the one before DTEND',
    lines: ['DTSTART;VALUE=DATE:20260701', 'DTEND;VALUE=DATE:20260704'],
    times: ['2026-07-01 to 2026-07-03'],
  },
  {
    what: 'a day with a zone, which days have not',
    calendar: ['X-WR-TIMEZONE:Pacific/Auckland'],
    lines: ['DTSTART;TZID=America/New_York;VALUE=DATE:20260701'],
    times: ['2026-07-01 to 2026-07-01'],
  },
  {
    what: 'a time that says it is a day',
    lines: [`DTSTART;VALUE=DATE;TZID=Europe/London:${summer}`],
    times: ['2026-07-01T17:00Z'],
  },
  // Ends
  {
    what: 'DTEND in another zone',
    lines: [`DTSTART;TZID=Europe/Paris:${summer}`, 'DTEND;TZID=Europe/London:20260701T190000'],
    times: ['2026-07-01T16:00Z to 2026-07-01T18:00Z'],
  },
  {
    what: 'DURATION',
    lines: [`DTSTART;TZID=Europe/Paris:${summer}`, 'DURATION:PT1H30M'],
    times: ['2026-07-01T16:00Z to 2026-07-01T17:30Z'],
  },
  { what: 'no end', lines: [`DTSTART;TZID=Europe/Paris:${summer}`], times: ['2026-07-01T16:00Z'] },
  {
    what: 'an end before the beginning',
    lines: [`DTSTART;TZID=Europe/Paris:${summer}`, 'DTEND;TZID=Europe/Paris:20260701T170000'],
    times: ['2026-07-01T16:00Z'],
  },
  // When the clocks change
  {
    what: 'an hour that does not exist',
    lines: ['DTSTART;TZID=Europe/Paris:20260329T023000'],
    times: ['2026-03-29T01:30Z'],
  },
  {
    what: 'an hour that comes twice',
    lines: ['DTSTART;TZID=Europe/Paris:20261025T023000'],
    times: ['2026-10-25T00:30Z'],
  },
  {
    what: 'the same by the calendar’s definition',
    calendar: zone('Chez nous', '+0100', '+0200'),
    lines: ['DTSTART;TZID=Chez nous:20260329T023000'],
    times: ['2026-03-29T01:30Z'],
  },
  {
    what: 'a series over the skipped hour',
    lines: ['DTSTART;TZID=Europe/Paris:20260328T023000', 'RRULE:FREQ=DAILY;COUNT=3'],
    times: ['2026-03-28T01:30Z', '2026-03-29T01:30Z', '2026-03-30T00:30Z'],
  },
  {
    what: 'a series that stays at its hour',
    lines: ['DTSTART;TZID=Europe/Paris:20261022T180000', 'RRULE:FREQ=WEEKLY;COUNT=2', 'DURATION:PT1H'],
    times: ['2026-10-22T16:00Z to 2026-10-22T17:00Z', '2026-10-29T17:00Z to 2026-10-29T18:00Z'],
  },
  {
    what: 'a series of instants in the zone of its calendar',
    calendar: ['X-WR-TIMEZONE:Europe/Paris'],
    lines: ['DTSTART:20261022T160000Z', 'RRULE:FREQ=WEEKLY;COUNT=2'],
    times: ['2026-10-22T16:00Z', '2026-10-29T17:00Z'],
  },
  // Where a series ends, and what it leaves out
  {
    what: 'UNTIL as a day, which counts whole',
    lines: ['DTSTART;TZID=Europe/Paris:20261105T233000', 'RRULE:FREQ=DAILY;UNTIL=20261106'],
    times: ['2026-11-05T22:30Z', '2026-11-06T22:30Z'],
  },
  {
    what: 'UNTIL as the very moment',
    lines: ['DTSTART;TZID=Europe/Paris:20261105T180000', 'RRULE:FREQ=DAILY;UNTIL=20261106T170000Z'],
    times: ['2026-11-05T17:00Z', '2026-11-06T17:00Z'],
  },
  {
    what: 'UNTIL a second too early',
    lines: ['DTSTART;TZID=Europe/Paris:20261105T180000', 'RRULE:FREQ=DAILY;UNTIL=20261106T165959Z'],
    times: ['2026-11-05T17:00Z'],
  },
  {
    what: 'UNTIL without Z in a zone far away',
    lines: ['DTSTART;TZID=America/New_York:20261105T140000', 'RRULE:FREQ=DAILY;UNTIL=20261106T140000'],
    times: ['2026-11-05T19:00Z', '2026-11-06T19:00Z'],
  },
  {
    what: 'EXDATE counts among COUNT',
    lines: [
      'DTSTART;TZID=Europe/Paris:20261105T180000',
      'RRULE:FREQ=DAILY;COUNT=3',
      'EXDATE;TZID=Europe/London:20261106T170000',
    ],
    times: ['2026-11-05T17:00Z', '2026-11-07T17:00Z'],
  },
  {
    what: 'EXDATE as a day of a timed series',
    lines: ['DTSTART;TZID=Europe/Paris:20261105T180000', 'RRULE:FREQ=DAILY;COUNT=2', 'EXDATE;VALUE=DATE:20261105'],
    times: ['2026-11-06T17:00Z'],
  },
  {
    what: 'EXDATE as midnight of a series of days, west of Greenwich',
    calendar: ['X-WR-TIMEZONE:America/New_York'],
    lines: ['DTSTART;VALUE=DATE:20261105', 'RRULE:FREQ=DAILY;COUNT=2', 'EXDATE:20261105T000000Z'],
    times: ['2026-11-06 to 2026-11-06'],
  },
  {
    what: 'RDATE as a period',
    lines: ['DTSTART;TZID=Europe/Paris:20261105T180000', 'RDATE;VALUE=PERIOD:20261106T100000Z/PT2H'],
    times: ['2026-11-05T17:00Z', '2026-11-06T10:00Z to 2026-11-06T12:00Z'],
  },
];
