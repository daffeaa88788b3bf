import type { ItemFields } from '@relais/source';
import type { Instant, Place } from '@relais/vocabulary';
import { dateOf } from '../dates.js';
import { firstItems } from '../limits.js';
import { isObject, numberOf, fetchedJson, textOf, type Json } from '../json-document.js';
import { httpUrl, reportOf } from '../report.js';
import { revisitOf } from '../revisit.js';
import type { Fetched, ReadDocument, ReadingError, Report, SourceFormat } from '../source-format.js';
import { UnreadableDocument } from '../source-format.js';
import { whenOf } from '../stated-time.js';
import { htmlOfText, titleOfText } from '../text-as-html.js';

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
type Note = (what: string) => void;

const gatheringFields = (extension: Json, { zone }: Fetched, note: Note): Omit<ItemFields, 'title'> => {
  const [starts, ends] = [textOf(extension['starts']), textOf(extension['ends'])];
  const when = whenOf({ starts, ends, allDay: extension['allDay'] === true, zone: textOf(extension['zone']) }, zone);
  if (starts !== undefined && when === undefined) note(`not a time: «${starts.slice(0, 60)}»`);
  const place = placeOf(extension['place']);
  const status = (['confirmed', 'tentative', 'cancelled'] as const).find((one) => one === extension['status']);
  return { kind: 'gathering', ...(when && { when }), ...(place && { place }), ...(status && { status }) };
};

const itemReport = (item: Json, fetched: Fetched, errors: ReadingError[]): Report | undefined => {
  const [url, external] = [textOf(item['url']), textOf(item['external_url'])];
  const id = typeof item['id'] === 'number' ? String(item['id']) : (textOf(item['id']) ?? url);
  if (id === undefined) return undefined;
  const note: Note = (what) => errors.push({ where: id.slice(0, 200), what });
  const date = (member: string): Instant | undefined => {
    const written = textOf(item[member]);
    const read = written && dateOf(written);
    if (written && !read) note(`not a date: «${written.slice(0, 60)}»`);
    return read || undefined;
  };
  const extension = isObject(item['_relais']) && item['_relais']['kind'] === 'gathering' ? item['_relais'] : undefined;
  const published = date('date_published');
  const tags = Array.isArray(item['tags']) ? item['tags'].flatMap((tag) => textOf(tag) ?? []) : [];
  const language = textOf(item['language']);
  const authors = Array.isArray(item['authors']) ? item['authors'] : [item['author']];
  return reportOf({
    ...(extension ? gatheringFields(extension, fetched, note) : { kind: 'news' as const }),
    item: id,
    title: htmlOfText(textOf(extension?.['title']) ?? textOf(item['title']) ?? ''),
    html: textOf(item['content_html']) ?? htmlOfText(textOf(item['content_text']) ?? textOf(item['summary']) ?? ''),
    link: url ?? external,
    base: fetched.url,
    updated: date('date_modified'),
    author: authors.flatMap((author) => (isObject(author) ? (textOf(author['name']) ?? []) : [])).join(', '),
    ...(published && { published }),
    ...(tags.length > 0 && { themes: tags }),
    ...(language && { language }),
  });
};

/**
 * JSON Feed 1.0 and 1.1 (https://jsonfeed.org/version/1.1). An item is news, unless it carries our extension:
 * `_relais: { kind: 'gathering', title?, starts?, ends?, allDay?, zone?, place?: { name, address, postalCode, city, country, latitude, longitude }, status? }`;
 * `starts` and `ends` are instants, local times in `zone`, or days (the last one included); without `starts` it is undated.
 * `title` is the gathering's own, where the item's says more than that.
 */
export const jsonFeed: SourceFormat = {
  name: 'json-feed',
  recognises: (_fetched, text) =>
    text.startsWith('{') && /"version"\s*:\s*"https?:\\?\/\\?\/(www\.)?jsonfeed\.org/.test(text),
  async read(fetched): Promise<ReadDocument> {
    const feed = fetchedJson(fetched);
    if (!isObject(feed) || !Array.isArray(feed['items'])) throw new UnreadableDocument('a JSON Feed without items');
    const { read, errors: beyond } = firstItems<unknown>(feed['items']);
    const errors: ReadingError[] = [...beyond];
    const reports = read.flatMap((item, index) => {
      const report = isObject(item) ? itemReport(item, fetched, errors) : undefined;
      if (report === undefined) errors.push({ where: `items[${index}]`, what: 'neither an id nor a URL' });
      return report ?? [];
    });
    const [title, link] = [
      titleOfText(textOf(feed['title']) ?? ''),
      httpUrl(textOf(feed['home_page_url']), fetched.url),
    ];
    // It is finished and will never change, it says; a week is the longest that is believed.
    const revisit = feed['expired'] === true ? revisitOf({ minutes: [10_080] }) : undefined;
    return { ...(title && { title }), ...(link && { link }), reports, errors, ...(revisit && { revisit }) };
  },
};
