import type { AssemblyId } from '@relais/vocabulary';
import { defaultPreferences, kinds } from './preferences.js';

describe('preferences', () => {
  it('of whoever chose nothing are their own city, once a month, whole, and never at night', () => {
    const lille = 'lille' as AssemblyId;
    expect(defaultPreferences({ city: lille, zone: 'Europe/Paris', language: 'fr' })).toMatchObject({
      ...{ cities: [lille], themes: 'all', kinds, rhythm: { every: 'month' }, hour: null, pausedUntil: null },
      ...{ language: 'fr', length: 'full', format: 'html', quiet: { from: 21, until: 7 }, zone: 'Europe/Paris' },
    });
  });
});
