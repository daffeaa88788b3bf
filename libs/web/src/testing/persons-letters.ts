import { defaultPreferences, type Preferences } from '@relais/mailing-list';
import type { AssemblyId } from '@relais/vocabulary';
import type { PersonsLetters } from '../components/wanted/persons-letters.js';
import { consentWording, released } from '../i18n/consent.js';

const zone = 'Europe/Paris';
const chosen = consentWording('fr');

/** What somebody in Lille receives, with these changes. */
export const lettersWith = (
  preferences: Partial<Preferences> = {},
  more: Partial<PersonsLetters> = {},
): PersonsLetters => ({
  preferences: { ...defaultPreferences({ city: 'lille' as AssemblyId, zone, language: 'fr' }), ...preferences },
  zone,
  themes: [
    { id: 'jardins', names: { fr: 'Jardins', en: 'Gardens', nl: 'Tuinen' } },
    { id: 'lieux', names: { fr: 'Lieux', en: 'Places', nl: 'Plekken' } },
  ],
  consents: [
    {
      ...{ list: 'Lettre de Lille', wording: chosen.id, hash: released['info-2-fr'].hash, form: '/lille/abonnement' },
      ...{ askedAt: '2026-11-20T09:00:00Z', confirmedAt: '2026-11-21T09:00:00Z' },
    },
  ],
  tokens: { preferences: 'p.p', leave: 'l.l' },
  ...more,
});
