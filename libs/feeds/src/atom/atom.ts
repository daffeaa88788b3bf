import type { Feed, FeedEntry, FeedFormat } from '../feed.js';
import { element, xmlText } from '../xml.js';

const entry = ({ id, title, url, published, updated, html, category }: FeedEntry): string =>
  [
    '<entry>',
    element('id', id),
    element('title', title),
    `<link rel="alternate" href="${xmlText(url)}"/>`,
    element('published', published),
    element('updated', updated),
    `<category term="${xmlText(category)}"/>`,
    ...(html ? [element('content', html, ' type="html"')] : []),
    '</entry>',
  ].join('');

const render = ({ title, description, home, self, language, updated, entries }: Feed): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">`,
    element('id', self),
    element('title', title),
    element('subtitle', description),
    `<link rel="alternate" type="text/html" href="${xmlText(home)}"/>`,
    `<link rel="self" type="application/atom+xml" href="${xmlText(self)}"/>`,
    element('updated', updated),
    '<author><name>Relais</name></author>',
    ...entries.map(entry),
    '</feed>',
    '',
  ].join('\n');

/** Atom (RFC 4287). */
export const atom: FeedFormat = {
  name: 'atom',
  extension: 'atom',
  mediaType: 'application/atom+xml; charset=utf-8',
  render,
};
