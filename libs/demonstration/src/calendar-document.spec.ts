import { calendarDocument, type SampleCalendar } from './calendar-document.js';

const calendar = (over: Partial<SampleCalendar> = {}): SampleCalendar => ({
  product: '-//Meetup//Relais exemple//FR',
  name: 'Meetup (exemple)',
  description: 'Exemple',
  zone: 'Europe/Paris',
  times: 'zone-described',
  madeAt: '2026-11-24T00:00:00Z',
  events: [
    {
      uid: 'a@example.org',
      title: 'Midi, 12; \\o/',
      starts: '2016-07-21T12:00',
      ends: '2016-07-21T15:00',
      location: 'Le Polder\nLille',
    },
    { uid: 'b@example.org', title: 'Festival', from: '2016-12-30', until: '2016-12-31' },
  ],
  ...over,
});

describe('a sample calendar', () => {
  it('describes the zone of its times, where the platform does', () => {
    const document = calendarDocument(calendar());
    expect(document).toContain('BEGIN:VTIMEZONE\r\nTZID:Europe/Paris\r\n');
    expect(document).toContain(
      'DTSTART;TZID=Europe/Paris:20160721T120000\r\nDTEND;TZID=Europe/Paris:20160721T150000\r\n',
    );
  });

  it('only names the zone, where the platform does', () => {
    const document = calendarDocument(calendar({ times: 'zone-named' }));
    expect(document).not.toContain('VTIMEZONE');
    expect(document).toContain('DTSTART;TZID=Europe/Paris:20160721T120000');
  });

  it('is in UTC, where the platform is', () => {
    expect(calendarDocument(calendar({ times: 'utc' }))).toContain(
      'DTSTART:20160721T100000Z\r\nDTEND:20160721T130000Z',
    );
  });

  it('ends whole days with the day after, as RFC 5545 counts', () => {
    expect(calendarDocument(calendar())).toContain('DTSTART;VALUE=DATE:20161230\r\nDTEND;VALUE=DATE:20170101');
  });

  it('escapes what has a meaning in a text', () => {
    const document = calendarDocument(calendar());
    expect(document).toContain('SUMMARY:Midi\\, 12\\; \\\\o/\r\n');
    expect(document).toContain('LOCATION:Le Polder\\nLille\r\n');
  });

  it('folds at 75 octets, never within a character, and loses nothing', () => {
    const title = 'é€🌱'.repeat(40);
    const document = calendarDocument(calendar({ events: [{ uid: 'c', title, starts: '2026-01-01T12:00' }] }));
    expect(Math.max(...document.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(document.replaceAll('\r\n ', '')).toContain(`SUMMARY:${title}\r\n`);
  });
});
