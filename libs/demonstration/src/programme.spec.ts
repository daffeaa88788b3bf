import { programme } from './programme.js';
import { rhythms } from './rhythms.js';

const now = '2026-11-24T08:00:00Z';
const lines = (file: string, property: string, at = now): string[] =>
  (programme(at).get(file) ?? '')
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .filter((line) => line.startsWith(property))
    .map((line) => line.slice(property.length));
const starts = (file: string, at = now) => lines(file, 'DTSTART;TZID=Europe/Paris:', at);

describe('the programme to come', () => {
  it('is on the last Thursdays in Lille, noon and 18:00 in turn', () => {
    expect(starts('lille-programme.ics')).toEqual([
      '20261126T120000',
      '20261231T180000',
      '20270128T120000',
      '20270225T180000',
    ]);
  });

  it('has four months for every city', () => {
    expect(rhythms.map(({ id }) => lines(`${id}-programme.ics`, 'SUMMARY:').length)).toEqual(rhythms.map(() => 4));
  });

  it('announces half of the meetings of Lille twice, at the same time and place', () => {
    const again = starts('lille-programme-demosphere.ics');
    expect(again).toHaveLength(2);
    expect(starts('lille-programme.ics')).toEqual(expect.arrayContaining(again));
    expect(lines('lille-programme-demosphere.ics', 'UID:')[0]).toMatch(/^https:\/\/lille\.demosphere\.example\/rv\/2/);
  });

  it('begins with what has not begun', () => {
    expect(starts('lille-programme.ics', '2026-11-26T10:59:00Z')[0]).toBe('20261126T120000');
    expect(starts('lille-programme.ics', '2026-11-26T11:00:00Z')[0]).toBe('20261231T180000');
  });

  it('gives a meeting the same name, whenever it is asked', () => {
    const later = '2026-12-15T08:00:00Z';
    for (const file of programme(now).keys()) {
      const [before, after] = [lines(file, 'UID:'), lines(file, 'UID:', later)];
      expect(before).toEqual(expect.arrayContaining(after.slice(0, after.length === 2 ? 1 : 3)));
    }
    expect(new Set([...programme(now).keys()].flatMap((file) => lines(file, 'UID:'))).size).toBe(7 * 4 + 2);
  });

  it('says of every calendar and of every title that it is an example', () => {
    for (const file of programme(now).keys()) {
      expect(lines(file, 'X-WR-CALNAME:')).toEqual([expect.stringContaining('exemple')]);
      expect(lines(file, 'SUMMARY:').filter((title) => !title.startsWith('[exemple] '))).toEqual([]);
    }
  });

  it('sends nobody to an address that somebody has', () => {
    const hosts = [...programme(now).keys()].flatMap((file) => lines(file, 'URL:')).map((url) => new URL(url).hostname);
    expect(hosts.filter((host) => !host.endsWith('.example'))).toEqual([]);
  });
});
