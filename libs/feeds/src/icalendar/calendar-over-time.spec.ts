import { agenda, gatherings, type ReadModels } from '@relais/read-models';
import { basis, evening, meeting, attached, detached, projected, recognised } from '@relais/read-models/testing';
import { askPython, itWith } from '../testing/python.js';
import { calendarOf, type CalendarRow } from './icalendar.js';

type HubEvent = ReturnType<typeof recognised>;

const publicUrl = 'https://relais.example';
const wiki = basis('lille-wiki', 'rv-12');
const known = [recognised(), attached(), attached({ announcement: wiki })];
const of = { gathering: meeting, basis: wiki };
const later = { ...evening, starts: '2026-11-27T17:00:00Z' } as const;

/** Everything that can happen to a gathering that one has in one's calendar. */
const happenings: Readonly<Record<string, HubEvent>> = {
  'is called otherwise': { type: 'gathering.retitled', data: { ...of, title: 'AG 11' } },
  'is on another day': { type: 'gathering.rescheduled', data: { ...of, when: later } },
  moves: { type: 'gathering.relocated', data: { ...of, place: { name: 'MRES' } } },
  'is described': { type: 'gathering.described', data: { ...of, summary: '<p>Ordre du jour</p>' } },
  'is cancelled': { type: 'gathering.cancelled', data: of },
  'takes place after all': { type: 'gathering.confirmed', data: of },
  'loses its place': { type: 'gathering.unsaid', data: { ...of, fields: ['place'] } },
  'is announced once more': attached({ announcement: basis('lille-blog', 'a') }),
  'is announced by one less': detached(basis('lille-blog', 'a')),
};

const calendarIn = (models: ReadModels, of_: 'page' | 'agenda'): string => {
  const row: CalendarRow | undefined = of_ === 'page' ? models.get(gatherings, meeting) : models.get(agenda, meeting);
  return calendarOf('x', row ? [row] : [], publicUrl).replaceAll('\r\n ', '');
};
const said = (calendar: string, name: string): string =>
  new RegExp(`^${name}[:;](.*)\r$`, 'mu').exec(calendar)?.[1] ?? '';
/** What of an event a person sees: all but how often, and when, it changed. */
const seenOf = (calendar: string): string => calendar.replace(/^(SEQUENCE|DTSTAMP|LAST-MODIFIED):.*\r\n/gmu, '');

/** The calendar after each event of a history. */
const over = async (events: readonly HubEvent[], where: 'page' | 'agenda' = 'page'): Promise<string[]> => {
  const calendars: string[] = [];
  for (let length = known.length; length <= events.length; length += 1)
    calendars.push(calendarIn(await projected(...events.slice(0, length)), where));
  return calendars;
};

const everything = [...known, ...Object.values(happenings), ...Object.values(happenings).reverse()];

describe('a gathering in somebody’s calendar', () => {
  it('has one UID for ever, and a SEQUENCE that rises with whatever can be seen of it', async () => {
    const calendars = await over(everything);
    expect(new Set(calendars.map((one) => said(one, 'UID')))).toEqual(new Set([`${meeting}@relais.example`]));
    const sequences = calendars.map((one) => Number(said(one, 'SEQUENCE')));
    for (const [index, one] of calendars.entries()) {
      const before = calendars[index - 1];
      const rise = (sequences[index] ?? 0) - (sequences[index - 1] ?? 0);
      if (before !== undefined && seenOf(before) !== seenOf(one)) expect(rise).toBeGreaterThan(0);
      if (before !== undefined) expect(rise).toBeGreaterThanOrEqual(0);
    }
    expect(sequences.at(-1)).toBeGreaterThanOrEqual(12);
  });

  it('says CANCELLED once it is cancelled, and CONFIRMED once it takes place after all', async () => {
    const { 'is cancelled': off, 'takes place after all': on } = happenings;
    const calendars = await over([...known, off as HubEvent, on as HubEvent]);
    expect(calendars.map((one) => said(one, 'STATUS'))).toEqual(['CONFIRMED', 'CANCELLED', 'CONFIRMED']);
    expect(calendars.map((one) => said(one, 'METHOD'))).toEqual(['PUBLISH', 'PUBLISH', 'PUBLISH']);
  });

  it('is the same by its own address and in the agenda', async () => {
    const [own, ofAgenda] = [await over(everything), await over(everything, 'agenda')];
    expect(ofAgenda).toEqual(own);
  });

  itWith('icalendar')('is read by another at each step of its history (needs python)', async () => {
    const program = `
import sys, json, icalendar
print(json.dumps([[(str(e['UID']), int(e['SEQUENCE']), str(e['STATUS']), e.decoded('DTSTART').isoformat(), len(e.errors))
  for e in icalendar.Calendar.from_ical(text).walk('VEVENT')] for text in json.load(sys.stdin)]))`;
    const { 'is on another day': moved, 'is cancelled': off } = happenings;
    const calendars = await over([...known, moved as HubEvent, off as HubEvent]);
    expect(askPython(program, JSON.stringify(calendars))).toEqual([
      [[`${meeting}@relais.example`, 0, 'CONFIRMED', '2026-11-26T18:00:00+01:00', 0]],
      [[`${meeting}@relais.example`, 1, 'CONFIRMED', '2026-11-27T18:00:00+01:00', 0]],
      [[`${meeting}@relais.example`, 2, 'CANCELLED', '2026-11-27T18:00:00+01:00', 0]],
    ]);
  });
});
