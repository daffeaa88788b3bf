import { dayInWords, monthInWords, placeInWords, whenCaveat, whenInWords } from './index.js';
import type { When } from '../time.js';

const zone = 'Europe/Paris';
const french = (when: When | undefined): string => whenInWords(when, 'fr').replaceAll('\u00a0', ' ');
const dutch = (when: When | undefined): string => whenInWords(when, 'nl').replaceAll('\u00a0', ' ');
const evening: When = { kind: 'timed', starts: '2026-09-24T16:00:00Z', zone };

describe('when a gathering is, in words', () => {
  it('is said in its own zone', () => {
    expect(french(evening)).toBe('jeudi 24 septembre 2026 à 18 h 00');
    expect(french({ ...evening, zone: 'America/Montreal' })).toBe('jeudi 24 septembre 2026 à 12 h 00');
    expect(whenInWords(evening, 'en')).toBe('Thursday 24 September 2026 at 18:00');
    expect(dutch(evening)).toBe('donderdag 24 september 2026 om 18.00 uur');
  });

  it('says the end of an evening once', () => {
    const ends = '2026-09-24T18:30:00Z';
    expect(french({ ...evening, ends })).toBe('jeudi 24 septembre 2026, de 18 h 00 à 20 h 30');
    expect(whenInWords({ ...evening, ends }, 'en')).toBe('Thursday 24 September 2026, 18:00 to 20:30');
    expect(dutch({ ...evening, ends })).toBe('donderdag 24 september 2026, van 18.00 uur tot 20.30 uur');
  });

  it('says both days of a night', () => {
    const ends = '2026-09-25T00:00:00Z';
    expect(french({ ...evening, ends })).toBe(
      'du jeudi 24 septembre 2026 à 18 h 00 au vendredi 25 septembre 2026 à 2 h 00',
    );
    expect(dutch({ ...evening, ends })).toBe(
      'van donderdag 24 september 2026 om 18.00 uur tot vrijdag 25 september 2026 om 2.00 uur',
    );
  });

  it('shortens days of one month and of one year', () => {
    expect(french({ kind: 'all-day', from: '2026-09-26', until: '2026-09-26' })).toBe('samedi 26 septembre 2026');
    expect(french({ kind: 'all-day', from: '2026-09-26', until: '2026-09-27' })).toBe(
      'du samedi 26 au dimanche 27 septembre 2026',
    );
    expect(french({ kind: 'all-day', from: '2026-09-30', until: '2026-10-01' })).toBe(
      'du mercredi 30 septembre au jeudi 1er octobre 2026',
    );
    expect(dutch({ kind: 'all-day', from: '2026-09-30', until: '2026-10-01' })).toBe(
      'van woensdag 30 september tot en met donderdag 1 oktober 2026',
    );
    expect(french({ kind: 'all-day', from: '2026-12-31', until: '2027-01-01' })).toBe(
      'du jeudi 31 décembre 2026 au vendredi 1er janvier 2027',
    );
  });

  it('says that nobody knows yet', () => {
    expect(french(undefined)).toBe('date non connue');
    expect(whenInWords(undefined, 'en')).toBe('date not known');
    expect(dutch(undefined)).toBe('datum niet bekend');
  });

  it('keeps a French or Dutch time together', () => {
    expect(whenInWords(evening, 'fr')).toContain('18\u00a0h\u00a000');
    expect(whenInWords(evening, 'nl')).toContain('18.00\u00a0uur');
  });

  it('says that a zone was guessed', () => {
    expect(whenCaveat({ ...evening, zoneAssumed: true }, 'fr')).toBe('heure locale supposée');
    expect(whenCaveat({ ...evening, zoneAssumed: true }, 'nl')).toBe('vermoedelijk lokale tijd');
    expect(whenCaveat(evening, 'fr')).toBeUndefined();
  });
});

describe('a day in words', () => {
  it('is the first in French', () => {
    expect(dayInWords('2026-03-01', 'fr')).toBe('dimanche 1er mars 2026');
    expect(monthInWords('2026-03-01', 'en')).toBe('March 2026');
    expect(monthInWords('2026-03-01', 'nl')).toBe('maart 2026');
  });
});

describe('a place in words', () => {
  it('says each part once', () => {
    expect(placeInWords({ name: 'MRES', address: '5 rue Jules de Vicq', postalCode: '59000', city: 'Lille' })).toBe(
      'MRES, 5 rue Jules de Vicq, 59000 Lille',
    );
    expect(placeInWords({ name: 'MRES', address: 'MRES, 5 rue Jules de Vicq, 59000 Lille', city: 'Lille' })).toBe(
      'MRES, 5 rue Jules de Vicq, 59000 Lille',
    );
    expect(placeInWords({ name: 'Café citoyen, Lille', city: 'LILLE' })).toBe('Café citoyen, Lille');
  });

  it('is empty when nothing is known', () => {
    expect(placeInWords(undefined)).toBe('');
    expect(placeInWords({ latitude: 50.6, longitude: 3 })).toBe('');
  });
});
