import type { TimeZone } from '@relais/vocabulary';

/** Where people who read in our languages live: a menu that can be read through, not the four hundred there are. */
const zones: readonly TimeZone[] = [
  ...[
    'Europe/Paris',
    'Europe/Brussels',
    'Europe/Amsterdam',
    'Europe/London',
    'Europe/Zurich',
    'Europe/Lisbon',
    'Europe/Athens',
  ],
  ...[
    'Africa/Algiers',
    'Africa/Casablanca',
    'Africa/Tunis',
    'Africa/Dakar',
    'Africa/Abidjan',
    'Africa/Kinshasa',
    'Indian/Antananarivo',
  ],
  ...['America/Toronto', 'America/New_York', 'America/Los_Angeles', 'America/Paramaribo', 'America/Port-au-Prince'],
  ...['America/Guadeloupe', 'America/Martinique', 'America/Cayenne', 'America/Miquelon'],
  ...['Indian/Reunion', 'Indian/Mayotte', 'Pacific/Noumea', 'Pacific/Tahiti', 'Pacific/Wallis', 'UTC'],
];

/** The zones to choose from, these before all others. */
export const zonesAfter = (...first: readonly TimeZone[]): TimeZone[] => [...new Set([...first, ...zones])];
