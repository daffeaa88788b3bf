import { all, textAt } from './dialects.js';
import { textIn, type Element } from './elements.js';

const absolute = (url: string | undefined, base: string): string | undefined =>
  url?.trim() ? URL.parse(url.trim(), base)?.href : undefined;

const isAlternate = ({ attributes }: Element): boolean =>
  /^$|(^|\/)alternate$/i.test(attributes.get('rel')?.trim() ?? '');

/** Where people read it: Atom's alternate, RSS's link, CDF's href. */
export const linkOf = (element: Element): string | undefined => {
  const links = all(element, 'link');
  const alternate = links.find((link) => link.attributes.has('href') && isAlternate(link));
  if (alternate) return absolute(alternate.attributes.get('href'), alternate.base);
  const plain = links.find((link) => !link.attributes.has('href') && textIn(link).trim() !== '');
  if (plain) return absolute(textIn(plain), plain.base);
  return absolute(element.attributes.get('href'), element.base);
};

/** What the feed itself calls an item; `permalink` where a guid is said, or by default taken, to be a URL of the item. */
export const identityOf = (item: Element): Readonly<{ id: string | undefined; permalink: string | undefined }> => {
  const guid = all(item, 'guid').find((one) => textIn(one).trim() !== '');
  if (guid === undefined) {
    const id = textAt(item, 'id', 'dc:identifier') ?? item.attributes.get('rdf:about')?.trim();
    return { id: id && /^[./?]/.test(id) ? absolute(id, item.base) : id || undefined, permalink: undefined };
  }
  const id = textIn(guid).trim();
  const isLink = !/^\s*false\s*$/i.test(guid.attributes.get('ispermalink') ?? 'true');
  const url = isLink ? absolute(id, guid.base) : undefined;
  return { id, permalink: url?.startsWith('http') ? url : undefined };
};
