import { notedDate, type Note } from '../item-list.js';
import { isObject, textOf, type Json } from '../json-document.js';
import { reportOf } from '../report.js';
import type { Fetched, Report } from '../source-format.js';

const rendered = (value: unknown): string | undefined => textOf(isObject(value) ? value['rendered'] : value);

/** A post under its guid, which is also its key in the site's feed. */
export const postReport = (post: Json, fetched: Fetched, note: Note): Report | undefined => {
  const link = textOf(post['link']);
  const item = rendered(post['guid']) ?? link;
  if (item === undefined) {
    note('neither a guid nor a link');
    return undefined;
  }
  if (isObject(post['content']) && post['content']['protected'] === true) note('its text needs a password');
  const published = notedDate(textOf(post['date_gmt']), note);
  return reportOf({
    kind: 'news',
    item,
    title: rendered(post['title']),
    html: rendered(post['content']) ?? rendered(post['excerpt']),
    link,
    base: link ?? fetched.url,
    updated: notedDate(textOf(post['modified_gmt']), note),
    ...(published && { published }),
  });
};
