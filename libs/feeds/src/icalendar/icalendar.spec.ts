import { projected, recognised, attached, detached } from '@relais/read-models/testing';
import type { AssemblyId, GatheringId, When } from '@relais/vocabulary';
import { hostile, hostileInCalendar } from '../testing/hostile-feed.js';
import { askPython, itWith } from '../testing/python.js';
import { agendaCalendar, calendarOf, type CalendarRow } from './icalendar.js';

const publicUrl = 'https://relais.example:8443';
const row = (changed: Partial<CalendarRow> = {}): CalendarRow => ({
  gathering: 'lille-11' as GatheringId,
  title: 'Assemblée 11',
  when: { kind: 'timed', starts: '2016-07-21T16:00:00Z', ends: '2016-07-21T18:30:00Z', zone: 'Europe/Paris' },
  cancelled: false,
  recognisedAt: '2026-11-23T10:00:00.123Z',
  changedAt: '2026-11-24T10:00:00.999Z',
  sequence: 3,
  ...changed,
});
const { when: _, ...undated } = row();
const linesOf = (...rows: CalendarRow[]): string[] =>
  calendarOf('Lille', rows, publicUrl).replaceAll('\r\n ', '').split('\r\n');
const event = (changed: Partial<CalendarRow> = {}): string[] => {
  const lines = linesOf(row(changed));
  return lines.slice(lines.indexOf('BEGIN:VEVENT'), lines.indexOf('END:VEVENT') + 1);
};
const times = (when: When): string[] =>
  event({ when }).filter((line) => line.startsWith('DT') && !line.includes('STAMP'));

describe('a calendar', () => {
  it('has what RFC 5545 requires of one, and of its events', () => {
    const lines = linesOf(row({ place: { name: 'MRES; salle, 2', latitude: 50.6, longitude: 3.07 } }));
    expect(lines.slice(0, 7)).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Relais//Relais des communs//FR',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'X-WR-CALNAME:Lille',
      'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    ]);
    expect(lines.slice(lines.indexOf('BEGIN:VEVENT'))).toEqual([
      'BEGIN:VEVENT',
      'UID:lille-11@relais.example',
      'DTSTAMP:20261124T100000Z',
      'CREATED:20261123T100000Z',
      'LAST-MODIFIED:20261124T100000Z',
      'SEQUENCE:3',
      'DTSTART;TZID=Europe/Paris:20160721T180000',
      'DTEND;TZID=Europe/Paris:20160721T203000',
      'SUMMARY:Assemblée 11',
      'LOCATION:MRES\\; salle\\, 2',
      'GEO:50.6;3.07',
      'URL:https://relais.example:8443/rencontres/lille-11',
      'STATUS:CONFIRMED',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('ends an all-day gathering on the day after its last', () => {
    expect(times({ kind: 'all-day', from: '2016-12-31', until: '2016-12-31' })).toEqual([
      'DTSTART;VALUE=DATE:20161231',
      'DTEND;VALUE=DATE:20170101',
    ]);
  });

  it('has no end where none is known, and no zone where it is UTC', () => {
    expect(times({ kind: 'timed', starts: '2016-07-21T16:00:00Z', zone: 'UTC' })).toEqual(['DTSTART:20160721T160000Z']);
    expect(linesOf(row({ when: { kind: 'timed', starts: '2016-07-21T16:00:00Z', zone: 'UTC' } }))).not.toContain(
      'BEGIN:VTIMEZONE',
    );
  });

  it('says which are cancelled, and which nobody announces any more', () => {
    expect(event({ cancelled: true })).toContain('STATUS:CANCELLED');
    expect(event({ withdrawn: true })).toContain('STATUS:TENTATIVE');
    expect(event({ withdrawn: true, cancelled: true })).toContain('STATUS:CANCELLED');
  });

  it('leaves out what has no date', () => {
    expect(linesOf(undated)).toEqual(linesOf());
  });

  it('can be empty', () => {
    expect(linesOf().slice(-3)).toEqual(['REFRESH-INTERVAL;VALUE=DURATION:PT6H', 'END:VCALENDAR', '']);
  });

  it('says a summary as plain text', () => {
    const summary = '<p>Tout &lt;monde&gt; &amp;amp; plus</p><ul><li>un</li><li>deux</li></ul><br>fin';
    expect(event({ summary })).toContain('DESCRIPTION:Tout <monde> &amp\\; plus\\nun\\ndeux\\n\\nfin');
  });

  it('has each zone once, for all of the years', () => {
    const late = { kind: 'timed', starts: '2027-01-05T17:00:00Z', zone: 'Europe/Paris' } as const;
    const lines = linesOf(row(), row({ when: late }), row({ when: { ...late, zone: 'America/Montreal' } }));
    expect(lines.filter((line) => /^TZID/.test(line))).toEqual(['TZID:America/Montreal', 'TZID:Europe/Paris']);
    expect(lines).toContain('DTSTART:20160101T000000');
    expect(lines).toContain('DTSTART:20261025T030000');
  });

  itWith('icalendar')('is read by another as it was meant (needs python)', () => {
    const day: When = { kind: 'all-day', from: '2016-10-21', until: '2016-10-23' };
    const montreal: When = { kind: 'timed', starts: '2026-03-08T07:30:00Z', zone: 'America/Montreal' };
    const long = '🧵 Une très longue assemblée, à lire jusqu’au bout : '.repeat(4).trim();
    const rows = [
      row({ title: long, place: { name: 'MRES; \\salle, 2' } }),
      row({ gathering: 'brest' as GatheringId, when: day, title: hostile, cancelled: true }),
      row({ gathering: 'montreal' as GatheringId, when: montreal, summary: '<p>a; b</p>' }),
    ];
    const program = `
import sys, json, icalendar
calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
said = lambda name, event: None if event.get(name) is None else event.decoded(name).isoformat()
print(json.dumps([dict(
  uid=str(e['UID']), summary=str(e['SUMMARY']), starts=said('DTSTART', e), ends=said('DTEND', e), status=str(e['STATUS']),
  url=str(e['URL']), sequence=int(e['SEQUENCE']), place=e.get('LOCATION') and str(e.get('LOCATION')),
  description=e.get('DESCRIPTION') and str(e.get('DESCRIPTION')), errors=[str(x) for x in e.errors])
  for e in calendar.walk('VEVENT')]))`;
    expect(askPython(program, calendarOf('Lille', rows, publicUrl))).toEqual([
      expect.objectContaining({
        ...{ uid: 'lille-11@relais.example', summary: long, place: 'MRES; \\salle, 2', sequence: 3, errors: [] },
        ...{ starts: '2016-07-21T18:00:00+02:00', ends: '2016-07-21T20:30:00+02:00', status: 'CONFIRMED' },
        url: 'https://relais.example:8443/rencontres/lille-11',
      }),
      expect.objectContaining({
        ...{ uid: 'brest@relais.example', summary: hostileInCalendar, status: 'CANCELLED', errors: [] },
        ...{ starts: '2016-10-21', ends: '2016-10-24' },
      }),
      expect.objectContaining({
        ...{ uid: 'montreal@relais.example', starts: '2026-03-08T03:30:00-04:00', ends: null, errors: [] },
        description: 'a; b',
      }),
    ]);
  });
});

describe('the calendar of an agenda', () => {
  const soon = 'soon' as GatheringId;
  const past: When = { kind: 'all-day', from: '2016-10-21', until: '2016-10-23' };
  const history = [
    recognised(),
    recognised({ gathering: 'past' as GatheringId, when: past }),
    recognised({ gathering: 'brest' as GatheringId, assembly: 'brest' as AssemblyId }),
    recognised({ gathering: soon }),
    attached({ gathering: soon }),
    detached(undefined, soon),
  ];
  const uids = async (from: string, assembly?: AssemblyId): Promise<string[]> => {
    const models = await projected(...history);
    const text = agendaCalendar({ models, from, name: 'x', publicUrl, ...(assembly && { assembly }) });
    return [...text.matchAll(/UID:(.*)@/g)].map(([, uid = '']) => uid);
  };

  it('holds gatherings whose last day is this one or later, soonest first', async () => {
    expect(await uids('2016-10-23')).toEqual(['past', 'brest', 'lille-11']);
    expect(await uids('2016-10-24')).toEqual(['brest', 'lille-11']);
  });

  it('holds those of one assembly where one is asked for', async () => {
    expect(await uids('2012-01-01', 'brest' as AssemblyId)).toEqual(['brest']);
  });
});
