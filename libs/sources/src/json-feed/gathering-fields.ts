import type { ItemFields } from '@relais/source';
import type { Place } from '@relais/vocabulary';
import { isObject, numberOf, textOf, type Json } from '../json-document.js';
import type { Fetched } from '../source-format.js';
import { whenOf } from '../stated-time.js';

const placeOf = (value: unknown): Place | undefined => {
  if (!isObject(value)) return undefined;
  const texts = (['name', 'address', 'postalCode', 'city', 'country'] as const).flatMap((key) => {
    const text = textOf(value[key]);
    return text ? [[key, text] as const] : [];
  });
  const [latitude, longitude] = [numberOf(value['latitude']), numberOf(value['longitude'])];
  const position = latitude !== undefined && longitude !== undefined ? { latitude, longitude } : {};
  const place = { ...Object.fromEntries(texts), ...position };
  return Object.keys(place).length > 0 ? place : undefined;
};

/** Names what of an item could not be used. */
export type Note = (what: string) => void;

/** What our extension says of a gathering. */
export const gatheringFields = (extension: Json, { zone }: Fetched, note: Note): Omit<ItemFields, 'title'> => {
  const [starts, ends] = [textOf(extension['starts']), textOf(extension['ends'])];
  const when = whenOf({ starts, ends, allDay: extension['allDay'] === true, zone: textOf(extension['zone']) }, zone);
  if (starts !== undefined && when === undefined) note(`not a time: «${starts.slice(0, 60)}»`);
  const place = placeOf(extension['place']);
  const status = (['confirmed', 'tentative', 'cancelled'] as const).find((one) => one === extension['status']);
  return { kind: 'gathering', ...(when && { when }), ...(place && { place }), ...(status && { status }) };
};
