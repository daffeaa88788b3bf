import type { Place } from '@relais/vocabulary';
import { isObject, type Json } from '../../json-document.js';
import { placeOf, type StatedPlace } from '../../stated-place.js';
import { listOf, resolved, textAt, typesOf, type Index } from './nodes.js';

const isVirtual = (location: unknown): location is Json =>
  isObject(location) && typesOf(location).includes('VirtualLocation');

/** A postal address as parts, or as the text that it was written as. */
const addressIn = (value: unknown): StatedPlace => {
  if (!isObject(value)) return { address: textAt({ value }, 'value') };
  const country = listOf(value['addressCountry'])[0];
  return {
    address: textAt(value, 'streetAddress'),
    postalCode: textAt(value, 'postalCode'),
    city: textAt(value, 'addressLocality'),
    country: isObject(country) ? textAt(country, 'name', 'identifier') : textAt(value, 'addressCountry'),
  };
};

const placeIn = (location: unknown, index: Index): Place | undefined => {
  if (!isObject(location)) {
    const name = textAt({ location }, 'location');
    return name === undefined || /^https?:/.test(name) ? undefined : placeOf({ name });
  }
  if (typesOf(location).includes('PostalAddress'))
    return placeOf({ name: textAt(location, 'name'), ...addressIn(location) });
  const geo = resolved(listOf(location['geo'])[0], index);
  const position = isObject(geo) ? geo : location;
  return placeOf({
    name: textAt(location, 'name'),
    ...addressIn(resolved(listOf(location['address'])[0], index)),
    latitude: textAt(position, 'latitude'),
    longitude: textAt(position, 'longitude'),
  });
};

/** Where one meets: the first place that is not virtual, and the addresses of those that are. */
export const whereIs = (
  event: Json,
  index: Index,
): { place: Place | undefined; online: readonly (string | undefined)[] } => {
  const locations = listOf(event['location']).map((location) => resolved(location, index));
  return {
    place: locations
      .filter((location) => !isVirtual(location))
      .map((location) => placeIn(location, index))
      .find((place) => place !== undefined),
    online: locations.filter(isVirtual).map((location) => textAt(location, 'url')),
  };
};
