import type { Instant } from '@relais/vocabulary';
import { beginning } from '../clean-text.js';
import { dateOf } from '../dates.js';
import { isObject, textOf, type Json } from '../json-document.js';
import { reportOf } from '../report.js';
import type { Fetched, ReadingError, Report } from '../source-format.js';
import { htmlOfText } from '../text-as-html.js';
import { gatheringFields, type Note } from './gathering-fields.js';

/** What an item says; undefined where nothing tells it from others. What of it cannot be used is named among the errors. */
export const itemReport = (item: Json, fetched: Fetched, errors: ReadingError[]): Report | undefined => {
  const [url, external] = [textOf(item['url']), textOf(item['external_url'])];
  const own = typeof item['id'] === 'number' ? String(item['id']) : textOf(item['id']);
  const text = textOf(item['content_html']) ?? textOf(item['content_text']) ?? textOf(item['summary']);
  const id = own ?? url ?? external ?? textOf(item['title']) ?? (text && beginning(text, 200));
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
