import { beginning } from '../clean-text.js';
import { dateOf } from '../dates.js';
import { firstItems } from '../limits.js';
import type { ReadingError } from '../source-format.js';
import { all, pick, textAt, type FeedElements } from './dialects.js';
import { children, textIn, type Element } from './elements.js';
import { gatheringIn, type StatedGathering } from './gatherings.js';
import { identityOf, linkOf } from './links.js';
import { htmlOf } from './text-constructs.js';

/** What of an item stays beside the canonical document. */
export type Aside = Readonly<{ html: string; base: string; gathering: StatedGathering | undefined }>;

/**
 * A feed of any dialect written as one Atom document that `rss-parser` cannot stumble over. Bodies stay outside, at the index
 * that their placeholder names: its snippet takes quadratic time on hostile bodies.
 */
export type CanonicalAtom = Readonly<{ xml: string; asides: readonly Aside[]; errors: readonly ReadingError[] }>;

/** How many categories of one item are read at most. */
const mostCategories = 50;
/** Names, dates and URLs that are longer than this are no such thing. */
const longestField = 10_000;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const tag = (name: string, value: string | undefined): string =>
  value ? `<${name}>${escaped(beginning(value, longestField))}</${name}>` : '';

const bodyOf = (item: Element): Element | undefined =>
  pick(item, 'content:encoded', 'content', 'fullitem', 'xhtml:body', 'xhtml:div', 'description', 'summary') ??
  pick(item, 'dc:description', 'itunes:summary', 'abstract');

const personIn = (item: Element): string | undefined => {
  const author = pick(item, 'author');
  const named = author && children(author).some(({ kind }) => kind === 'name') ? textAt(author, 'name') : undefined;
  return named ?? textAt(item, 'author', 'dc:creator', 'itunes:author');
};

const themesOf = (item: Element): string[] => {
  const said = [
    ...all(item, 'category').map(
      (category) => category.attributes.get('label') ?? category.attributes.get('term') ?? textIn(category),
    ),
    ...all(item, 'dc:subject').map(textIn),
  ];
  return [...new Set(said.map((theme) => theme.trim()).filter(Boolean))].slice(0, mostCategories);
};

/** Writes the canonical document; a date that cannot be read is left out and named among the errors. */
export const canonicalAtom = ({ feed, items }: FeedElements): CanonicalAtom => {
  const errors: ReadingError[] = [];
  const date = (where: string, item: Element, ...kinds: readonly string[]): string | undefined => {
    const written = textAt(item, ...kinds);
    const read = written && dateOf(written);
    if (written && !read) errors.push({ where, what: `not a date: «${written.slice(0, 60)}»` });
    return read || undefined;
  };
  const entry = (item: Element, index: number): string => {
    const { id, permalink } = identityOf(item);
    const where = id?.slice(0, 200) ?? `item ${index + 1}`;
    const title = pick(item, 'title', 'dc:title', 'media:title');
    const updated =
      date(where, item, 'updated', 'modified', 'dcterms:modified', 'dc:date', 'date') ??
      dateOf(item.attributes.get('lastmod') ?? '');
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
      tag('h:link', linkOf(item) ?? permalink),
      tag('h:published', published ?? updated),
      tag('h:updated', updated),
      tag('h:author', personIn(item)),
      tag('h:language', textAt(item, 'dc:language') ?? item.language),
      ...themesOf(item).map((theme) => tag('h:theme', theme)),
      `<h:aside>#${index}</h:aside></entry>`,
    ].join('');
  };
  const { read, errors: beyond } = firstItems(items);
  const title = pick(feed, 'title', 'dc:title');
  const xml = [
    '<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom" xmlns:h="urn:relais">',
    tag('title', title && htmlOf(title)),
    tag('h:link', linkOf(feed)),
    tag('h:language', textAt(feed, 'language', 'dc:language') ?? feed.language),
    ...read.map(entry),
    '</feed>',
  ].join('');
  return { xml, asides: read.map(asideOf), errors: [...beyond, ...errors] };
};

const asideOf = (item: Element): Aside => {
  const body = bodyOf(item);
  return { html: body ? htmlOf(body) : '', base: body?.base ?? item.base, gathering: gatheringIn(item) };
};
