import type { Feed, FeedEntry, FeedFormat } from '../feed.js';
import { element, xmlText } from '../xml.js';

const date = (instant: string): string => new Date(instant).toUTCString();

const item = ({ id, title, url, published, html, category }: FeedEntry): string =>
  [
    '<item>',
    element('title', title),
    element('link', url),
    element('guid', id, ` isPermaLink="${id === url}"`),
    element('pubDate', date(published)),
    element('category', category),
    ...(html ? [element('description', html)] : []),
    '</item>',
  ].join('');

const render = ({ title, description, home, self, language, updated, entries }: Feed): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>',
    element('title', title),
    element('link', home),
    element('description', description),
    element('language', language),
    element('lastBuildDate', date(updated)),
    `<atom:link rel="self" type="application/rss+xml" href="${xmlText(self)}"/>`,
    ...entries.map(item),
    '</channel></rss>',
    '',
  ].join('\n');

/** RSS 2.0 (https://www.rssboard.org/rss-specification), with the atom:link that the board's profile asks for. */
export const rss: FeedFormat = {
  name: 'rss',
  extension: 'rss',
  mediaType: 'application/rss+xml; charset=utf-8',
  render,
};
