import type { AssemblyId } from '@relais/vocabulary';
import { expectedLetters } from './expected-letters.js';
import { defaultPreferences, type Kind, type Preferences, type Rhythm } from './preferences.js';

const unchanged = defaultPreferences({ city: 'lille' as AssemblyId, zone: 'Europe/Paris', language: 'fr' });
const busy = { gatherings: 2, votes: 1, news: 30, minutes: 1 };
const letters = (rhythm: Rhythm, facts = busy, more: Partial<Preferences> = {}): number =>
  Math.round(expectedLetters({ ...unchanged, rhythm, ...more }, facts) * 10) / 10;

describe('the letters that are to be expected in a month', () => {
  it('are one for each fact, for whoever wants them as it happens', () => {
    expect(letters({ every: 'event' })).toBe(34);
  });

  it('are never more than the rhythm has chances', () => {
    const crowded = { ...busy, news: 10_000 };
    expect(
      [{ every: 'month' }, { every: 'week', on: 2 }, { every: 'day' }].map((one) => letters(one as Rhythm, crowded)),
    ).toEqual([1, 4.3, 30.4]);
  });

  it('are fewer where little happens, since an empty letter is not sent', () => {
    const quiet = { gatherings: 1, votes: 0, news: 0, minutes: 0 };
    expect(
      [{ every: 'month' }, { every: 'week', on: 2 }, { every: 'day' }].map((one) => letters(one as Rhythm, quiet)),
    ).toEqual([0.6, 0.9, 1]);
  });

  it('are none where nothing happens, or nothing of the chosen kinds', () => {
    expect(letters({ every: 'day' }, { gatherings: 0, votes: 0, news: 0, minutes: 0 })).toBe(0);
    expect(letters({ every: 'event' }, { ...busy, votes: 0 }, { kinds: ['votes'] as Kind[] })).toBe(0);
  });
});
