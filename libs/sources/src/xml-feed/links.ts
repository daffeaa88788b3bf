import { all, textAt } from './dialects.js';
import { textIn, type Element } from './elements.js';

/** A page's address; what begins like the name of a host is one, without its scheme. Undefined for what no browser opens. */
const pageAt = (written: string | undefined, base: string): string | undefined => {
  const text = written?.trim();
  if (!text) return undefined;
  const url = URL.parse(/^www\.[^/?#.]+\.[^/?#]/i.test(text) ? `http://${text}` : text, base);
  return url && /^https?:$/.test(url.protocol) ? url.href : undefined;
};

const isAlternate = ({ attributes }: Element): boolean =>
  /^$|(^|\/)alternate$/i.test(attributes.get('rel')?.trim() ?? '');
const isPage = ({ attributes }: Element): boolean =>
  /^$|^(text\/html|application\/xhtml\+xml)\b/i.test(attributes.get('type')?.trim() ?? '');

/** The address of the first of these links that has one; there may be very many, so none is looked at behind it. */
const firstOf = (links: readonly Element[], matches: (link: Element) => boolean): string | undefined => {
  for (const link of links) {
    if (!link.attributes.has('href') || !matches(link)) continue;
    const page = pageAt(link.attributes.get('href'), link.base);
    if (page !== undefined) return page;
  }
  return undefined;
};

/** The first address in or, as HTML would write it (`<link/>https://exemple.test/`), right behind a link; in one pass. */
const writtenOut = ({ content }: Element): string | undefined => {
  for (const [at, link] of content.entries()) {
    if (typeof link === 'string' || link.kind !== 'link' || link.attributes.has('href')) continue;
    const next = content[at + 1];
    const behind = typeof next === 'string' && /^\s*https?:\/\/\S+\s*$/.test(next) ? next : undefined;
    const plain = pageAt(textIn(link).trim() || behind, link.base);
    if (plain !== undefined) return plain;
  }
  return undefined;
};

/** Where people read it: Atom's alternate, a page before other documents; RSS's link, CDF's href. */
export const linkOf = (element: Element): string | undefined => {
  const links = all(element, 'link');
  return (
    firstOf(links, (link) => isAlternate(link) && isPage(link)) ??
    (links.length > 0 ? writtenOut(element) : undefined) ??
    firstOf(links, isAlternate) ??
    pageAt(element.attributes.get('href'), element.base)
  );
};

/** Where an item is to be had that has no page of its own: Atom's content elsewhere, an enclosure, a medium. */
export const mediumOf = (item: Element): string | undefined => {
  const [content] = all(item, 'content').flatMap((one) => pageAt(one.attributes.get('src'), one.base) ?? []);
  if (content !== undefined) return content;
  const enclosed = firstOf(
    all(item, 'link'),
    ({ attributes }) => attributes.get('rel')?.trim().toLowerCase() === 'enclosure',
  );
  if (enclosed !== undefined) return enclosed;
  const media = [item, ...all(item, 'media:group')].flatMap((around) => all(around, 'media:content').slice(0, 1));
  const [first] = [...all(item, 'enclosure'), ...media].flatMap(
    ({ attributes, base }) => pageAt(attributes.get('url') ?? attributes.get('href'), base) ?? [],
  );
  return first;
};

/**
 * What the feed itself calls an item; `permalink` where that is said to be the address of the item, or by default taken for it:
 * an address it is only where it looks like one.
 */
export const identityOf = (item: Element): Readonly<{ id: string | undefined; permalink: string | undefined }> => {
  const guid = all(item, 'guid').find((one) => textIn(one).trim() !== '');
  if (guid === undefined) {
    const id = textAt(item, 'id') ?? (item.attributes.get('rdf:about')?.trim() || textAt(item, 'dc:identifier'));
    const relative = id !== undefined && /^[./?]/.test(id);
    const whole = relative ? (URL.parse(id, item.base)?.href ?? id) : id;
    return { id: whole, permalink: whole && /^https?:\/\//i.test(whole) ? pageAt(whole, item.base) : undefined };
  }
  const id = textIn(guid).trim();
  const isLink = !/^\s*false\s*$/i.test(guid.attributes.get('ispermalink') ?? 'true');
  return { id, permalink: isLink && /^([./?#]|https?:|www\.)/i.test(id) ? pageAt(id, guid.base) : undefined };
};
