import type { Place } from '@relais/vocabulary';
import { beginning } from './clean-text.js';
import { countryCode } from './country-code.js';
import { numberOf } from './json-document.js';
import { plainText } from './plain-text.js';

/** What a document says of a place, whatever its types: what is no text or no number is not taken. */
export type StatedPlace = Readonly<{
  name?: unknown;
  address?: unknown;
  postalCode?: unknown;
  city?: unknown;
  /** A code or a name. */
  country?: unknown;
  latitude?: unknown;
  longitude?: unknown;
}>;

/** Texts as one line without markup, the country as its code, a position where there is one; undefined where nothing is said. */
export const placeOf = (said: StatedPlace): Place | undefined => {
  const [name, address, postalCode, city] = [said.name, said.address, said.postalCode, said.city].map(line);
  const country = line(said.country);
  const code = country && countryCode(country);
  const place: Place = {
    ...(name && { name }),
    // A country that has no code is kept where people read it.
    ...((address || (country && !code)) && {
      address: [address, code ? undefined : country].filter(Boolean).join(', '),
    }),
    ...(postalCode && { postalCode }),
    ...(city && { city }),
    ...(code && { country: code }),
    ...positionOf(said),
  };
  return Object.keys(place).some((key) => key !== 'country') ? place : undefined;
};

const line = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number'
    ? beginning(plainText(String(value)), 300) || undefined
    : undefined;

const positionOf = (said: StatedPlace): Pick<Place, 'latitude' | 'longitude'> => {
  const [latitude, longitude] = [numberOf(said.latitude), numberOf(said.longitude)];
  const known =
    latitude !== undefined && longitude !== undefined && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  // 0;0 is what programs write that do not know.
  return known && (latitude !== 0 || longitude !== 0) ? { latitude, longitude } : {};
};
