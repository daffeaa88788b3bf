import { withLinks } from '../added-links.js';
import { instantOfSeconds, itemsRead, notedDate, notedWhen, type Note } from '../item-list.js';
import { isObject, numberOf, fetchedJson, textOf, type Json } from '../json-document.js';
import { httpUrl, reportOf } from '../report.js';
import {
  UnreadableDocument,
  type Fetched,
  type ReadDocument,
  type Report,
  type SourceFormat,
} from '../source-format.js';
import { placeOf } from '../stated-place.js';
import { htmlOfText } from '../text-as-html.js';

/** No seconds are so many before the year 5000: they are milliseconds. */
const mostSeconds = 1e11;

/** Seconds since 1970; what is none stays text, so that it can be named. */
const timeOf = (value: unknown): string | undefined => {
  const number = numberOf(value);
  const seconds = number !== undefined && number > mostSeconds ? number / 1_000 : number;
  return instantOfSeconds(seconds) ?? (number === undefined ? textOf(value) : String(number));
};

/** Its name in the feeds of the same instance: the UID of its calendar, and its ActivityPub id where it is not another's. */
const namesOf = (event: Json, id: number, { url }: Fetched): readonly [string, ...string[]] => {
  const host = URL.parse(url)?.hostname;
  const federated = textOf(event['apUserApId']) ? undefined : httpUrl(`/federation/m/${id}`, url);
  return [host ? `${id}@${host}` : String(id), ...(federated ? [federated] : [])];
};

const eventReport = (event: Json, fetched: Fetched, note: Note): Report | undefined => {
  const id = numberOf(event['id']);
  if (id === undefined) {
    note('no id');
    return undefined;
  }
  const aliases = namesOf(event, id, fetched);
  const when = notedWhen(
    { starts: timeOf(event['start_datetime']), ends: timeOf(event['end_datetime']) },
    fetched.zone,
    note,
  );
  const place = isObject(event['place']) ? placeOf(event['place']) : undefined;
  const online = Array.isArray(event['online_locations']) ? event['online_locations'].map(textOf) : [];
  const tags = (Array.isArray(event['tags']) ? event['tags'] : []).flatMap(
    // Old versions have an object for each.
    (tag: unknown) => textOf(isObject(tag) ? tag['tag'] : tag) ?? [],
  );
  const slug = textOf(event['slug']);
  return reportOf({
    kind: 'gathering',
    item: aliases[0],
    title: htmlOfText(textOf(event['title']) ?? ''),
    html: withLinks(textOf(event['description']) ?? '', online),
    link: `/event/${encodeURIComponent(slug ?? String(id))}`,
    base: fetched.url,
    aliases,
    updated: notedDate(textOf(event['updatedAt']), note),
    ...(when && { when }),
    ...(place && { place }),
    ...(tags.length > 0 && { themes: tags }),
  });
};

/** The list of an instance that has nothing to announce says only where it came from. */
const isEmptyList = ({ url }: Fetched, text: string): boolean =>
  /^\[\s*\]\s*$/.test(text) && /\/api\/events(\?|$)/.test(url);

/** Gancio's own API: `/api/events`, and one event of it (`/api/event/detail/…`). Times are instants; the description stands in the detail only. */
export const gancio: SourceFormat = {
  name: 'gancio',
  recognises: (fetched, text) =>
    (/^[[{]/.test(text) && /"start_datetime"\s*:/.test(text) && /"slug"\s*:/.test(text)) || isEmptyList(fetched, text),
  async read(fetched): Promise<ReadDocument> {
    const document = fetchedJson(fetched);
    const events: readonly unknown[] | undefined = Array.isArray(document)
      ? document
      : isObject(document)
        ? Array.isArray(document['events'])
          ? document['events']
          : [document]
        : undefined;
    if (events === undefined) throw new UnreadableDocument('Gancio: neither a list of events nor an event');
    const { reports, errors } = itemsRead(events, 'events', (event, note) => eventReport(event, fetched, note));
    const link = httpUrl('/', fetched.url);
    return { ...(link && { link }), reports, errors };
  },
};
