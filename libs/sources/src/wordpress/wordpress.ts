import { itemsRead } from '../item-list.js';
import { isObject, fetchedJson, textOf, type Json } from '../json-document.js';
import { UnreadableDocument, type ReadDocument, type SourceFormat } from '../source-format.js';
import { eventReport } from './event-report.js';
import { postReport } from './post-report.js';

const isPost = (value: unknown): boolean => isObject(value) && isObject(value['title']) && isObject(value['guid']);

/** The list of an answer, its name, and how each item of it is read. */
const listIn = (document: unknown) => {
  if (isObject(document) && Array.isArray(document['events']))
    return { list: 'events', items: document['events'], read: eventReport };
  if (Array.isArray(document)) return { list: 'posts', items: document, read: postReport };
  if (isPost(document)) return { list: 'posts', items: [document], read: postReport };
  return isObject(document) && 'start_date' in document
    ? { list: 'events', items: [document], read: eventReport }
    : undefined;
};

/** What the site says instead: `{"code":"rest_no_route","message":…}`. */
const refusal = /^\{\s*"code"\s*:\s*"(?:rest_|tribe_|event-)/;
const refusalOf = (document: unknown): string => {
  const code = isObject(document) ? textOf(document['code']) : undefined;
  const message = isObject(document) ? textOf(document['message']) : undefined;
  return code === undefined
    ? 'neither events nor posts'
    : `${(message ?? 'refused').slice(0, 300)} (${code.slice(0, 60)})`;
};

/**
 * WordPress's REST API: the events of The Events Calendar (`/wp-json/tribe/events/v1/events`) and posts (`/wp-json/wp/v2/posts`).
 * Its feeds and calendars come through the formats of theirs; a post has the same key there.
 */
export const wordpress: SourceFormat = {
  name: 'wordpress',
  recognises: (_fetched, text) =>
    refusal.test(text) ||
    (text.startsWith('{') && /"rest_url"\s*:\s*"[^"]{0,300}\\?\/tribe\\?\/events/.test(text)) ||
    (/^[[{]/.test(text) && /"guid"\s*:\s*\{\s*"rendered"/.test(text) && /"date_gmt"\s*:/.test(text)),
  async read(fetched): Promise<ReadDocument> {
    const document = fetchedJson(fetched);
    const list = listIn(document);
    if (list === undefined) throw new UnreadableDocument(`WordPress: ${refusalOf(document)}`);
    return itemsRead(list.items, list.list, (item: Json, note) => list.read(item, fetched, note));
  },
};
