import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { documents } from './documents.ts';

const folder = join(import.meta.dirname, '../documents');
const committed = (name: string): string => readFileSync(join(folder, name), 'utf8');
type HighlightsFeed = { items: { id: string; _relais: { kind: string; starts?: string; zone?: string } }[] };
const highlights = (): HighlightsFeed => JSON.parse(committed('lille-temps-forts.json')) as HighlightsFeed;

describe('the sample documents', () => {
  it('are all there, and no others', () => {
    expect(readdirSync(folder).sort()).toEqual([...documents().keys()].sort());
  });

  it.each([...documents().keys()])('reproduce %s byte for byte', (name) => {
    expect(committed(name)).toBe(documents().get(name));
  });

  it.each([...documents().keys()])('say that %s is a sample', (name) => {
    expect(committed(name).slice(0, 600)).toMatch(/exemple/i);
  });

  it('keep on no platform what has no day', () => {
    const calendars = readdirSync(folder).filter((name) => name.endsWith('.ics'));
    for (const name of calendars) {
      const count = (line: RegExp): number => committed(name).match(line)?.length ?? 0;
      expect(count(/^BEGIN:VEVENT/gm)).toBeGreaterThan(0);
      expect(count(/^DTSTART[;:](TZID=[^:]+:|VALUE=DATE:)?20/gm)).toBe(count(/^BEGIN:VEVENT/gm));
    }
  });

  it('announce meetings 10, 11 and 12 three times, and 14 twice', () => {
    const places = ['lille-demosphere.ics', 'lille-facebook.ics', 'lille-communecter.json'];
    const announced = (number: number): number =>
      places.filter((name) => committed(name).includes(`l'assemblée des communs ${number}`)).length;
    expect([10, 11, 12, 14, 13].map(announced)).toEqual([3, 3, 3, 2, 0]);
  });

  it('keep the highlights undated of which no page gives the day', () => {
    const undated = highlights().items.filter((item) => item._relais.starts === undefined);
    expect(undated.map(({ id }) => id.replace('urn:exemple:lille:', ''))).toEqual([
      ...['01', '02', '03', '06', '07', '09', '13', '15', '16'].map((number) => `construire-${number}`),
      'assemblee-03',
      'assemblee-04',
      'assemblee-05',
      'atelier-code-social-2016',
    ]);
  });

  it('read the session of Tournai in its own zone', () => {
    const tournai = highlights().items.find(({ id }) => id.endsWith('tournai-2017'));
    expect(tournai?._relais).toMatchObject({ starts: '2017-08-31T14:00', zone: 'Europe/Brussels' });
  });
});
