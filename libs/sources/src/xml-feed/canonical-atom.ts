import { beginning } from '../clean-text.js';
import type { ReadingError } from '../source-format.js';
import { asideOf, type Aside } from './asides.js';
import { all, pick, textAt, type FeedElements } from './dialects.js';
import type { Element } from './elements.js';
import { identityOf, linkOf, mediumOf } from './links.js';
import { personIn } from './persons.js';
import { dateAt, lastModified } from './stated-dates.js';
import { htmlOf } from './text-constructs.js';
import { themesOf } from './themes.js';

/**
 * A feed of any dialect written as one Atom document that `rss-parser` cannot stumble over. Bodies stay outside, at the index
 * that their placeholder names: its snippet takes quadratic time on hostile bodies.
 */
export type CanonicalAtom = Readonly<{ xml: string; asides: readonly Aside[]; errors: readonly ReadingError[] }>;

/** Names, dates and URLs that are longer than this are no such thing. */
const longestField = 10_000;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const tag = (name: string, value: string | undefined): string =>
  value ? `<${name}>${escaped(beginning(value, longestField))}</${name}>` : '';

const titleIn = (item: Element): Element | undefined =>
  pick(item, 'title', 'dc:title', 'itunes:title', 'media:title') ??
  all(item, 'media:group').flatMap((group) => pick(group, 'media:title') ?? [])[0];

/** Writes the canonical document; a date that cannot be read is left out and named among the errors. */
export const canonicalAtom = ({ feed, items }: FeedElements): CanonicalAtom => {
  const errors: ReadingError[] = [];
  const date = (where: string, item: Element, ...kinds: readonly string[]): string | undefined => {
    const { date: read, illegible } = dateAt(item, ...kinds);
    if (illegible) errors.push({ where, what: `not a date: «${illegible.slice(0, 60)}»` });
    return read;
  };
  const entry = (item: Element, index: number): string => {
    const { id, permalink } = identityOf(item);
    const where = id?.slice(0, 200) ?? `item ${index + 1}`;
    const title = titleIn(item);
    const updated =
      date(where, item, 'updated', 'modified', 'dcterms:modified', 'dc:date', 'date') ?? lastModified(item);
    const published = date(
      where,
      item,
      'published',
      'pubdate',
      'issued',
      'dcterms:issued',
      'created',
      'dcterms:created',
    );
    return [
      '<entry>',
      tag('title', title && htmlOf(title)),
      tag('id', id),
      tag('h:link', linkOf(item) ?? permalink ?? mediumOf(item)),
      tag('h:published', published ?? updated),
      tag('h:updated', updated),
      tag('h:author', personIn(item)),
      tag('h:language', textAt(item, 'dc:language') ?? item.language),
      ...themesOf(item).map((theme) => tag('h:theme', theme)),
      `<h:aside>#${index}</h:aside></entry>`,
    ].join('');
  };
  const title = pick(feed, 'title', 'dc:title');
  const xml = [
    '<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom" xmlns:h="urn:relais">',
    tag('title', title && htmlOf(title)),
    tag('h:link', linkOf(feed)),
    tag('h:language', textAt(feed, 'language', 'dc:language') ?? feed.language),
    ...items.map(entry),
    '</feed>',
  ].join('');
  return { xml, asides: items.map(asideOf), errors };
};
