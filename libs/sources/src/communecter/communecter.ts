import type { Instant, Place } from '@relais/vocabulary';
import { firstItems } from '../limits.js';
import { isObject, numberOf, fetchedJson, textOf, type Json } from '../json-document.js';
import { reportOf } from '../report.js';
import type { Fetched, ReadDocument, ReadingError, Report, SourceFormat } from '../source-format.js';
import { UnreadableDocument } from '../source-format.js';
import { whenOf } from '../stated-time.js';

const objectId = /^[0-9a-f]{24}$/;

/** Elements keyed by their id: under `entities` or `elements`, as an object or as a list. */
const elementsOf = (document: unknown): [string, Json][] | undefined => {
  const holder = isObject(document) ? (document['entities'] ?? document['elements']) : undefined;
  if (Array.isArray(holder))
    return holder.flatMap((one: unknown) => (isObject(one) ? [[idOf(one) ?? '', one] as [string, Json]] : []));
  return isObject(holder)
    ? Object.entries(holder).flatMap(([id, one]) => (isObject(one) ? [[id, one] as [string, Json]] : []))
    : undefined;
};

const idOf = (element: Json): string | undefined => {
  const id = element['id'] ?? element['_id'];
  return textOf(isObject(id) ? (id['$id'] ?? id['$oid']) : id);
};

/** Its times are ISO with an offset, `YYYY-MM-DD HH:mm` in the place, or MongoDB's `{ sec }` and `{ $date }`. */
const timeOf = (value: unknown): string | undefined => {
  if (!isObject(value)) return textOf(value);
  const date = value['$date'];
  const milliseconds = numberOf(isObject(date) ? date['$numberLong'] : date);
  if (date !== undefined && milliseconds === undefined) return textOf(date);
  const seconds = milliseconds === undefined ? numberOf(value['sec']) : Math.floor(milliseconds / 1_000);
  return seconds === undefined ? undefined : isPossible(seconds) ? isoOf(seconds) : String(seconds);
};

const isoOf = (seconds: number): Instant => new Date(seconds * 1_000).toISOString().replace('.000Z', 'Z');

/** Seconds of the years 1 to 9999; what lies beyond is no time of a gathering. */
const isPossible = (seconds: number): boolean => seconds > -62_135_596_800 && seconds < 253_402_300_800;

const placeOf = (element: Json): Place | undefined => {
  const address = isObject(element['address']) ? element['address'] : {};
  const geo = isObject(element['geo']) ? element['geo'] : {};
  const [latitude, longitude] = [numberOf(geo['latitude']), numberOf(geo['longitude'])];
  const texts = {
    name: textOf(element['location']) ?? textOf(address['name']),
    address: textOf(address['streetAddress']),
    postalCode: textOf(address['postalCode']) ?? numberOf(address['postalCode'])?.toString(),
    city: textOf(address['addressLocality']),
    country: textOf(address['addressCountry']),
  };
  const known = Object.entries(texts).filter(([, text]) => text !== undefined);
  const position = latitude !== undefined && longitude !== undefined ? { latitude, longitude } : {};
  return known.length > 0 ? { ...Object.fromEntries(known), ...position } : undefined;
};

const elementReport = (id: string, element: Json, fetched: Fetched, errors: ReadingError[]): Report => {
  const starts = timeOf(element['startDate']);
  const when = whenOf(
    {
      starts,
      ends: timeOf(element['endDate']),
      allDay: element['allDay'] === true || element['allDay'] === 'true',
      zone: textOf(element['timeZone']),
    },
    fetched.zone,
  );
  if (starts !== undefined && when === undefined)
    errors.push({ where: id, what: `not a time: «${starts.slice(0, 60)}»` });
  const place = placeOf(element);
  const tags = Array.isArray(element['tags']) ? element['tags'].flatMap((tag) => textOf(tag) ?? []) : [];
  return reportOf({
    kind: 'gathering',
    item: id,
    title: textOf(element['name']),
    html: (textOf(element['description']) ?? textOf(element['shortDescription']) ?? '').replaceAll('\n', '<br>'),
    link: `https://www.communecter.org/#event.detail.id.${id}`,
    base: 'https://www.communecter.org/',
    // The first 8 hex digits of an ObjectId are the second it was made in.
    published: isoOf(Number.parseInt(id.slice(0, 8), 16)),
    ...(when && { when }),
    ...(place && { place }),
    ...(tags.length > 0 && { themes: tags }),
    ...(element['status'] === 'cancelled' && { status: 'cancelled' as const }),
  });
};

/** The events of Communecter's API (`/api/event/get`). */
export const communecter: SourceFormat = {
  name: 'communecter',
  recognises: (_fetched, text) =>
    // An answer of GraphQL also has elements, below its data.
    /^\{(?!\s*"(data|errors|extensions)")/.test(text) && /"(entities|elements)"\s*:\s*[[{]/.test(text),
  async read(fetched): Promise<ReadDocument> {
    const document = fetchedJson(fetched);
    const elements = elementsOf(document);
    if (elements === undefined) throw new UnreadableDocument('Communecter: neither entities nor elements');
    const { read, errors: beyond } = firstItems(elements);
    const errors: ReadingError[] = [...beyond];
    const reports = read.flatMap(([id, element]) => {
      if (objectId.test(id)) return elementReport(id, element, fetched, errors);
      errors.push({ where: `entities.${id}`, what: 'not an id of Communecter (24 hex digits)' });
      return [];
    });
    return { link: 'https://www.communecter.org/', reports, errors };
  },
};
