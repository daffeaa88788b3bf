import type { ReadingError } from '../source-format.js';
import { dateOf } from '../dates.js';
import { all, pick, type FeedElements } from './dialects.js';
import { markupIn, textIn, type Element } from './elements.js';

/**
 * A feed of any dialect written as one Atom document that `rss-parser` cannot stumble over. Bodies stay outside, at the index
 * that their placeholder names: its snippet takes quadratic time on hostile bodies.
 */
export type CanonicalAtom = Readonly<{
  xml: string;
  bodies: readonly Readonly<{ html: string; base: string }>[];
  errors: readonly ReadingError[];
}>;

/** How many items of one feed are read at most. */
const mostItems = 5_000;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const tag = (name: string, value: string | undefined): string => (value ? `<${name}>${escaped(value)}</${name}>` : '');
const text = (element: Element | undefined): string | undefined => (element && textIn(element).trim()) || undefined;
const absolute = (url: string | undefined, base: string): string | undefined =>
  url?.trim() ? (URL.parse(url.trim(), base)?.href ?? undefined) : undefined;

/** A text construct as HTML (RFC 4287, 3.1): plain text escaped, HTML as it is, XHTML with its markup. */
const htmlOf = (element: Element, dialect: FeedElements['dialect']): string => {
  const type = (element.attributes['type'] ?? (dialect === 'atom' ? 'text' : 'html')).toLowerCase();
  const mode = element.attributes['mode']?.toLowerCase();
  if (type === 'xhtml' || mode === 'xml' || element.content.some((one) => typeof one !== 'string')) return markupIn(element);
  if (dialect === 'atom' && (type === 'text' || type === 'text/plain') && mode !== 'escaped') return escaped(textIn(element));
  return textIn(element);
};

const linkOf = (item: Element): string | undefined => {
  const links = [...all(item, 'link'), ...all(item, 'atom:link')].filter(({ attributes }) => attributes['href']);
  const alternate = links.find(({ attributes: { rel } }) => rel === undefined || rel === 'alternate');
  if (alternate) return absolute(alternate.attributes['href'], alternate.base);
  const plain = all(item, 'link').find((link) => link.attributes['href'] === undefined && text(link));
  return plain && absolute(text(plain), plain.base);
};

const guidOf = (item: Element): Readonly<{ id?: string; permalink?: string }> => {
  const guid = pick(item, 'guid', 'id', 'dc:identifier');
  const id = text(guid) ?? item.attributes['rdf:about'];
  const isLink = guid?.name.toLowerCase() === 'guid' && !/^false$/i.test(guid.attributes['isPermaLink'] ?? 'true');
  const permalink = isLink ? absolute(id, guid.base) : undefined;
  return { ...(id && { id }), ...(permalink && /^https?:/.test(permalink) && { permalink }) };
};

const person = (item: Element): string | undefined => {
  const author = pick(item, 'author');
  return text(author && (pick(author, 'name') ?? author)) ?? text(pick(item, 'dc:creator'));
};

/** Writes the canonical document; a date that cannot be read is left out and named among the errors. */
export const canonicalAtom = ({ dialect, feed, items }: FeedElements): CanonicalAtom => {
  const bodies: { html: string; base: string }[] = [];
  const errors: ReadingError[] = [];
  const date = (where: string, element: Element | undefined): string | undefined => {
    const written = text(element);
    const read = written && dateOf(written);
    if (written && !read) errors.push({ where, what: `not a date: «${written.slice(0, 60)}»` });
    return read || undefined;
  };
  const entry = (item: Element, index: number): string => {
    const { id, permalink } = guidOf(item);
    const title = pick(item, 'title', 'dc:title');
    const body = pick(item, 'content:encoded', 'content', 'description', 'summary', 'dc:description', 'xhtml:body', 'xhtml:div');
    const where = id ?? `item ${index + 1}`;
    if (body) bodies[index] = { html: htmlOf(body, dialect), base: body.base };
    const categories = all(item, 'category').map((category) => category.attributes['term'] ?? text(category));
    const subjects = all(item, 'dc:subject').map(text);
    return [
      '<entry>',
      tag('title', title && htmlOf(title, dialect)),
      tag('id', id),
      tag('h:link', linkOf(item) ?? permalink),
      tag('h:published', date(where, pick(item, 'published', 'pubDate', 'issued', 'dcterms:issued', 'dc:date', 'created'))),
      tag('h:updated', date(where, pick(item, 'updated', 'modified', 'dcterms:modified'))),
      tag('h:author', person(item)),
      tag('h:language', item.attributes['xml:lang'] ?? text(pick(item, 'dc:language'))),
      ...[...categories, ...subjects].map((category) => tag('h:category', category)),
      tag('h:body', body && `#${index}`),
      '</entry>',
    ].join('');
  };
  if (items.length > mostItems) errors.push({ where: 'the feed', what: `more than ${mostItems} items, the rest was not read` });
  const link = linkOf(feed);
  const xml = [
    '<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom" xmlns:h="urn:relais">',
    tag('title', text(pick(feed, 'title', 'dc:title'))),
    tag('h:link', link),
    tag('h:language', feed.attributes['xml:lang'] ?? text(pick(feed, 'language', 'dc:language'))),
    ...items.slice(0, mostItems).map(entry),
    '</feed>',
  ].join('');
  return { xml, bodies, errors };
};
