import { isTimeZone, localTime, type Place } from '@relais/vocabulary';
import { withLinks } from '../added-links.js';
import { dateOf } from '../dates.js';
import { itemsRead, notedDate, notedWhen, type Note } from '../item-list.js';
import { isObject, fetchedJson, textOf, type Json } from '../json-document.js';
import { httpUrl, reportOf } from '../report.js';
import {
  UnreadableDocument,
  type Fetched,
  type ReadDocument,
  type ReadingError,
  type Report,
  type SourceFormat,
} from '../source-format.js';
import { placeOf } from '../stated-place.js';
import type { StatedTime } from '../stated-time.js';
import { htmlOfText } from '../text-as-html.js';

const isEvent = (value: unknown): boolean => isObject(value) && 'beginsOn' in value;

/** The events of an answer, wherever the query put them: `searchEvents.elements`, `group.organizedEvents.elements`, `event` … */
const eventsIn = (value: unknown, path: string, depth = 0): { path: string; events: readonly unknown[] }[] => {
  if (depth > 8 || typeof value !== 'object' || value === null) return [];
  if (isEvent(value)) return [{ path, events: [value] }];
  if (Array.isArray(value)) return value.some(isEvent) ? [{ path, events: value }] : [];
  return Object.entries(value).flatMap(([name, member]) => eventsIn(member, `${path}.${name}`, depth + 1));
};

const placeIn = (address: unknown): Place | undefined => {
  if (!isObject(address)) return undefined;
  const [longitude, latitude] = (textOf(address['geom']) ?? '').split(';');
  return placeOf({
    name: address['description'],
    address: address['street'],
    postalCode: address['postalCode'],
    city: address['locality'],
    country: address['country'],
    latitude,
    longitude,
  });
};

/** Where the organisers hide the hour of the beginning or of the end, it is not said. */
const timeOf = (event: Json, fetched: Fetched): StatedTime => {
  const options = isObject(event['options']) ? event['options'] : {};
  const address = isObject(event['physicalAddress']) ? event['physicalAddress'] : {};
  const said = textOf(options['timezone']) ?? textOf(address['timezone']);
  const zone = said !== undefined && isTimeZone(said) ? said : undefined;
  const starts = textOf(event['beginsOn']);
  const ends = options['showEndTime'] === false ? undefined : textOf(event['endsOn']);
  if (options['showStartTime'] !== false) return { starts, ends, zone };
  const dayOf = (time: string | undefined): string | undefined => {
    const instant = time === undefined ? undefined : dateOf(time);
    return instant === undefined ? time : localTime(instant, zone ?? fetched.zone).date;
  };
  return { starts: dayOf(starts), ends: dayOf(ends) };
};

const statusOf = (event: Json) =>
  (['confirmed', 'tentative', 'cancelled'] as const).find((one) => one === textOf(event['status'])?.toLowerCase());

const eventReport = (event: Json, fetched: Fetched, note: Note): Report | undefined => {
  const [uuid, url] = [textOf(event['uuid']), textOf(event['url'])];
  const item = url ?? uuid;
  if (item === undefined) {
    note('neither a url nor a uuid');
    return undefined;
  }
  if (event['draft'] === true) {
    note('a draft');
    return undefined;
  }
  const when = notedWhen(timeOf(event, fetched), fetched.zone, note);
  const place = placeIn(event['physicalAddress']);
  const status = statusOf(event);
  const tags = Array.isArray(event['tags']) ? event['tags'] : [];
  const themes = tags.flatMap((tag: unknown) => textOf(isObject(tag) ? (tag['title'] ?? tag['slug']) : tag) ?? []);
  const published = notedDate(textOf(event['publishAt']) ?? textOf(event['insertedAt']), note);
  const language = textOf(event['language']);
  return reportOf({
    kind: 'gathering',
    item,
    title: htmlOfText(textOf(event['title']) ?? ''),
    html: withLinks(textOf(event['description']) ?? '', [textOf(event['onlineAddress'])]),
    link: url ?? `/events/${uuid}`,
    base: fetched.url,
    // The first is the UID of its calendar, the other its ActivityPub id.
    aliases: [uuid, url].filter((name) => name !== undefined),
    updated: notedDate(textOf(event['updatedAt']), note),
    ...(published && { published }),
    ...(when && { when }),
    ...(place && { place }),
    ...(status && { status }),
    ...(themes.length > 0 && { themes }),
    ...(language && language !== 'und' && { language }),
  });
};

/** What the server says it could not answer. */
const refusals = (document: Json): readonly ReadingError[] =>
  (Array.isArray(document['errors']) ? document['errors'] : []).slice(0, 20).map((error: unknown, index) => ({
    where: `errors[${index}]`,
    what: (textOf(isObject(error) ? error['message'] : error) ?? 'an error without a message').slice(0, 300),
  }));

/** What Mobilizon answers to a GraphQL query for events (`POST /api`). */
export const mobilizon: SourceFormat = {
  name: 'mobilizon',
  recognises: (_fetched, text) =>
    /^\[?\s*\{\s*"(data|errors|extensions)"\s*:/.test(text) &&
    /"(beginsOn|searchEvents|organizedEvents|__typename|locations)"\s*:/.test(text),
  async read(fetched): Promise<ReadDocument> {
    const document = fetchedJson(fetched);
    // Several questions at once have a list of answers.
    const answers = (Array.isArray(document) ? document.slice(0, 50) : [document]).filter(isObject);
    if (answers.length === 0) throw new UnreadableDocument('Mobilizon: not an answer to a query');
    const refused = answers.flatMap(refusals);
    const data = answers.map((answer) => answer['data']).filter(isObject);
    if (data.length === 0)
      throw new UnreadableDocument(`Mobilizon: no data${refused[0] ? `: ${refused[0].what}` : ''}`);
    const lists = data.flatMap((one) => eventsIn(one, 'data'));
    const read = lists.map(({ path, events }) =>
      itemsRead(events, path, (event, note) => eventReport(event, fetched, note)),
    );
    const link = httpUrl('/', fetched.url);
    return {
      ...(link && { link }),
      reports: read.flatMap(({ reports }) => reports),
      errors: [...refused, ...read.flatMap(({ errors }) => errors)],
    };
  },
};
