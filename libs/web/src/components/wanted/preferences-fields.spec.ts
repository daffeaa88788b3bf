import { defaultPreferences, kinds, type Preferences, type Rhythm } from '@relais/mailing-list';
import type { AssemblyId } from '@relais/vocabulary';
import { preferencesFrom, preferencesInFields } from './preferences-fields.js';

const [lille, gent] = ['lille' as AssemblyId, 'gent' as AssemblyId];
const choices = { cities: [lille, gent], themes: ['jardins', 'lieux'], today: '2026-11-25' };
const unchosen = defaultPreferences({ city: lille, zone: 'Europe/Paris', language: 'fr' });
const fields = preferencesInFields(unchosen);

describe('the fields of preferences', () => {
  it.each<[string, Partial<Preferences>]>([
    ['of whoever chose nothing', {}],
    ['of all cities, some themes and kinds', { cities: 'all', themes: ['lieux'], kinds: ['votes', 'minutes'] }],
    ['of several cities', { cities: [lille, gent] }],
    ...([{ every: 'event' }, { every: 'day' }, { every: 'week', on: 7 }] as Rhythm[]).map(
      (rhythm): [string, Partial<Preferences>] => [`of a rhythm: ${rhythm.every}`, { rhythm }],
    ),
    ['of another time', { hour: 0, zone: 'Pacific/Noumea', quiet: { from: 0, until: 0 }, pausedUntil: '2026-11-26' }],
    ['of another form', { language: 'nl', length: 'short', format: 'text' }],
  ])('come back as the preferences they were made from: %s', (_, chosen) => {
    const preferences = { ...unchosen, ...chosen };
    expect(preferencesFrom(preferencesInFields(preferences), choices)).toEqual({ preferences });
  });

  it.each([
    ['no city', { villes: '' }, { villes: 'none-chosen' }],
    ['a city without a letter', { villes: 'lille paris' }, { villes: 'not-a-choice' }],
    ['no kind', { sujets: '' }, { sujets: 'none-chosen' }],
    ['no theme', { themes: '' }, { themes: 'none-chosen' }],
    ['a day that is over', { pause: '2026-11-25' }, { pause: 'not-a-day' }],
    ['a day that there is not', { pause: '2027-02-30' }, { pause: 'not-a-day' }],
    ['an hour of no day', { heure: '24', 'calme-de': '-1' }, { heure: 'not-a-choice', 'calme-de': 'not-a-choice' }],
    ['a zone of nowhere', { fuseau: 'Europe/Lille' }, { fuseau: 'not-a-choice' }],
    ['a rhythm of none', { rythme: 'semaine-8' }, { rythme: 'not-a-choice' }],
    [
      'another language, length and form',
      { langue: 'de', longueur: '', format: 'pdf' },
      { langue: 'not-a-choice', longueur: 'not-a-choice', format: 'not-a-choice' },
    ],
  ])('say which of them is wrong: %s', (_, wrong, errors) => {
    expect(preferencesFrom({ ...fields, ...wrong }, choices)).toEqual({ errors });
  });

  it('ask for no theme where there is none to choose', () => {
    expect(preferencesFrom({ ...fields, themes: '' }, { ...choices, themes: [] })).toEqual({
      preferences: { ...unchosen, themes: 'all', kinds },
    });
  });
});
