import type { Place } from '@relais/vocabulary';
import { property, textOf, type Component } from './content-lines.js';

/** « Name, street, 59000 City[, Country] »: a postal code gives the city away; without one nothing is guessed. */
const withPostalCode = /^(.*?),\s*(\d{5}|[A-Z]-?\d{4}|\d{4})\s+([^,]+)(?:,\s*[^,]+)?$/;
const streetNumber = /^\d+\s*(?:bis|ter)?[\s,]/i;

const splitAddress = (text: string): Place => {
  const at = text.indexOf(',');
  if (streetNumber.test(text)) return { address: text };
  return at < 0 ? { name: text } : { name: text.slice(0, at).trim(), address: text.slice(at + 1).trim() };
};

/** LOCATION and GEO as a place; undefined where there is neither. */
export const placeOf = (event: Component): Place | undefined => {
  const location = textOf(event, 'LOCATION')?.replace(/\s*\n\s*/g, ', ').replace(/\s+/g, ' ');
  const [latitude, longitude] = (property(event, 'GEO')?.value ?? '').split(/[;,]/).map(Number);
  const position =
    latitude !== undefined && longitude !== undefined && Number.isFinite(latitude) && Number.isFinite(longitude)
      ? { latitude, longitude }
      : {};
  if (location === undefined) return 'latitude' in position ? position : undefined;
  const [, before, postalCode, city] = withPostalCode.exec(location) ?? [];
  if (before === undefined || postalCode === undefined || city === undefined) {
    const parts = location.split(/,\s*/);
    const last = parts.at(-1);
    // « Name, 12 rue X, City »: three parts of which the second is a street.
    if (parts.length === 3 && last && streetNumber.test(`${parts[1]} `))
      return { ...splitAddress(parts.slice(0, 2).join(', ')), city: last, ...position };
    return { ...splitAddress(location), ...position };
  }
  return { ...splitAddress(before), postalCode, city: city.trim(), ...position };
};
