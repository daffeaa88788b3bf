import { defaultPreferences, type Rhythm } from '@relais/mailing-list';
import type { WantedWords } from '../../i18n/wanted/wanted.js';
import type { PageRequest } from '../../page.js';
import { allAssemblies, commonZone } from '../rows.js';
import type { PersonsLetters } from './persons-letters.js';

/** What is known of whom nothing is known. */
export const lettersOf = (request: PageRequest): PersonsLetters => {
  if (request.outcome?.letters) return request.outcome.letters;
  const [first] = allAssemblies(request);
  const zone = first?.profile.zone ?? commonZone;
  const cities = first ? [first.assembly] : [];
  const preferences = defaultPreferences({ city: '' as never, zone, language: request.language });
  return { preferences: { ...preferences, cities }, zone, themes: [], consents: [] };
};

export const rhythmInWords = (rhythm: Rhythm, { rhythms }: WantedWords): string =>
  rhythm.every === 'week' ? rhythms.week(rhythm.on) : rhythms[rhythm.every];
