import type { Place } from '@relais/vocabulary';
import { placeOf, type StatedPlace } from '../../stated-place.js';
import type { Item } from './items.js';

export const textOf = (item: Item | undefined, name: string): string | undefined =>
  item?.properties.get(name)?.find(({ text }) => text !== '')?.text;

const itemOf = (item: Item, name: string): Item | undefined =>
  item.properties.get(name)?.find((value) => value.item !== undefined)?.item;

/** `50.6;3.07`, `geo:50.6,3.07`. */
const positionOf = (written: string | undefined): StatedPlace => {
  const [, latitude, longitude] =
    /^(?:geo:)?\s*(-?\d{1,2}(?:\.\d+)?)\s*[;,]\s*(-?\d{1,3}(?:\.\d+)?)/.exec(written ?? '') ?? [];
  return { latitude, longitude };
};

/** A place as text, or as a card with an address and a position, each of its own or within it. */
export const whereIs = (event: Item): Place | undefined => {
  const location = event.properties.get('location')?.[0];
  const card = location?.item;
  const geo = (card && itemOf(card, 'geo')) ?? itemOf(event, 'geo');
  const written = positionOf(textOf(card, 'geo') ?? textOf(event, 'geo'));
  if (card === undefined)
    return placeOf({
      name: location?.text,
      latitude: textOf(geo, 'latitude') ?? written.latitude,
      longitude: textOf(geo, 'longitude') ?? written.longitude,
    });
  const address = itemOf(card, 'adr') ?? card;
  const street = [textOf(address, 'street-address'), textOf(address, 'extended-address')].filter(Boolean).join(', ');
  const plain = itemOf(card, 'adr') ? undefined : textOf(card, 'adr');
  const named = textOf(card, 'name') ?? textOf(card, 'org');
  const nothing = !street && !plain && !textOf(address, 'locality') && !named;
  return placeOf({
    name: nothing ? card.text : named,
    address: street || plain,
    postalCode: textOf(address, 'postal-code'),
    city: textOf(address, 'locality'),
    country: textOf(address, 'country-name'),
    latitude: textOf(geo, 'latitude') ?? textOf(card, 'latitude') ?? written.latitude,
    longitude: textOf(geo, 'longitude') ?? textOf(card, 'longitude') ?? written.longitude,
  });
};
