import type { Place } from '@relais/vocabulary';
import { isObject, textOf, type Json } from '../json-document.js';
import { placeOf } from '../stated-place.js';
import { listOf, typesOf } from './objects.js';

const isVirtual = (value: unknown): value is Json => isObject(value) && typesOf(value).includes('VirtualLocation');

/** Where one meets: the first place that is not virtual, and the addresses of those that are. */
export const whereIs = (object: Json): { place: Place | undefined; online: readonly (string | undefined)[] } => {
  const locations = listOf(object['location']);
  const virtual = locations.flatMap((one) => [one, isObject(one) ? one['address'] : undefined]).filter(isVirtual);
  const places = locations.filter((one) => !isVirtual(one) && !(isObject(one) && isVirtual(one['address'])));
  return {
    place: places.map(placeIn).find((place) => place !== undefined),
    online: virtual.map((one) => textOf(one['url'])),
  };
};

const placeIn = (location: unknown): Place | undefined => {
  if (!isObject(location)) {
    const name = textOf(location);
    return name === undefined || /^https?:/.test(name) ? undefined : placeOf({ name });
  }
  const address = isObject(location['address']) ? location['address'] : undefined;
  return placeOf({
    name: location['name'] ?? location['displayName'],
    address: address ? address['streetAddress'] : location['address'],
    postalCode: address?.['postalCode'],
    city: address?.['addressLocality'],
    country: address?.['addressCountry'],
    latitude: location['latitude'],
    longitude: location['longitude'],
  });
};
