import type { Place } from '@relais/vocabulary';
import { beginning } from '../clean-text.js';
import { property, textOf, type Component } from './components.js';
import { withoutEntities } from './written-text.js';

const postalCity = /^(?:[A-Z]{1,2}-)?(\d{4,5})\s+(\D{2,100})$/;
const streetNumber = /^\d{1,5}\s?(?:bis|ter|[a-d])?[\s,]/i;
/** Countries by the names that calendars here give them. */
const countries: Readonly<Record<string, string>> = {
  ...{ france: 'FR', belgique: 'BE', belgium: 'BE', suisse: 'CH', switzerland: 'CH', allemagne: 'DE', germany: 'DE' },
  ...{ luxembourg: 'LU', italie: 'IT', italy: 'IT', espagne: 'ES', spain: 'ES', 'pays-bas': 'NL', netherlands: 'NL' },
};

/** « Name, street, 59000 City, Country »: taken apart only as far as a postal code or a known country shows what is what. */
const partsOf = (location: string): Place => {
  const parts = location.split(/\s*,\s*/).filter(Boolean);
  const country = countries[parts.at(-1)?.toLowerCase() ?? ''];
  const local = country === undefined || parts.length < 2 ? parts : parts.slice(0, -1);
  const at = local.findLastIndex((part, index) => index > 0 && postalCity.test(part));
  const [, postalCode, written] = postalCity.exec(local[at] ?? '') ?? [];
  // « Name, 12 rue X, City »: three parts of which the second is a street.
  const last =
    at < 0 && local.length === 3 && streetNumber.test(`${local[1]} `) && !/\d/.test(local[2] ?? '')
      ? local[2]
      : undefined;
  const city = written ?? last;
  const rest = local.filter((part, index) => index !== at && !(index === 2 && part === last));
  const [first, ...others] = rest;
  const named = first !== undefined && !streetNumber.test(`${first} `);
  const address = (named ? others : rest).join(', ');
  return {
    ...(named && { name: first }),
    ...(address && { address }),
    ...(postalCode && { postalCode }),
    ...(city && { city: city.trim() }),
    ...(country && local.length < parts.length && { country }),
  };
};

const positionOf = (event: Component): Pick<Place, 'latitude' | 'longitude'> => {
  // Apple's calendars have it only in a property of their own, as an address `geo:`.
  const written = property(event, 'GEO') ?? property(event, 'X-APPLE-STRUCTURED-LOCATION');
  const [latitude, longitude] = (written?.value ?? '')
    .replace(/^geo:/i, '')
    .split(/\\?[;,]/)
    .map((degrees) => Number.parseFloat(degrees));
  const known =
    latitude !== undefined && longitude !== undefined && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  // 0;0 is what programs write that do not know.
  return known && (latitude !== 0 || longitude !== 0) ? { latitude, longitude } : {};
};

/** LOCATION and GEO as a place; undefined where there is neither. */
export const placeOf = (event: Component): Place | undefined => {
  const location = withoutEntities(beginning(textOf(event, 'LOCATION') ?? '', 1_000))
    .replace(/\s*\n\s*/g, ', ')
    .replace(/\s+/g, ' ');
  const place = { ...(location && partsOf(location)), ...positionOf(event) };
  return Object.keys(place).length > 0 ? place : undefined;
};
