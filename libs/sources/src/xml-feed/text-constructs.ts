import type { Element } from './elements.js';
import { textIn } from './elements.js';
import { endless } from '../xml-tokeniser.js';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const urls = new Set(['href', 'src', 'cite', 'poster']);

/** What is within as markup, in its order; URLs resolved where an element inside has an xml:base of its own. */
const markupIn = (element: Element): string =>
  element.content
    .map((one) => {
      if (typeof one === 'string') return escaped(one);
      const attributes = [...one.attributes].map(([name, value]) => {
        const resolved = urls.has(name) ? (URL.parse(value.trim(), one.base)?.href ?? value) : value;
        return ` ${name}="${escaped(resolved).replaceAll('"', '&quot;')}"`;
      });
      const start = `<${one.local}${attributes.join('')}>`;
      // To HTML, `</br>` is one more of them.
      return endless.has(one.local.toLowerCase()) ? start : `${start}${markupIn(one)}</${one.local}>`;
    })
    .join('');

/** Of markup in a `div` what is in the `div`: in Atom 1.0 it is no part of the text (RFC 4287, 3.1.1.3). */
const withoutDiv = (element: Element): Element => {
  const [only, ...more] = element.content.filter((one) => typeof one !== 'string' || one.trim() !== '');
  const isDiv = typeof only === 'object' && more.length === 0 && only.local.toLowerCase() === 'div';
  return isDiv ? only : element;
};

/** Base64 read as UTF-8; undefined where the text is something else. */
const decoded = (text: string): string | undefined => {
  const compact = text.replace(/\s+/g, '');
  const bytes = Buffer.from(compact, 'base64');
  return compact !== '' && bytes.toString('base64').replace(/=+$/, '') === compact.replace(/=+$/, '')
    ? bytes.toString('utf8')
    : undefined;
};

/**
 * A title or body as HTML, whatever its dialect: Atom 1.0 says so by `type` (RFC 4287, 3.1), Atom 0.3 by `mode` as well; in
 * RSS text is HTML, and elements within are HTML that somebody forgot to escape.
 */
export const htmlOf = (element: Element): string => {
  const type = (element.attributes.get('type') ?? (element.atom ? 'text' : 'html')).trim().toLowerCase();
  const mode = element.attributes.get('mode')?.trim().toLowerCase();
  const nested = element.content.some((one) => typeof one !== 'string');
  if (mode === 'base64') return decoded(textIn(element)) ?? '';
  if (nested || mode === 'xml' || (mode === undefined && (type === 'xhtml' || /[/+]xml$/.test(type))))
    return markupIn(element.atom === '1.0' ? withoutDiv(element) : element);
  if (!element.atom || type.includes('html')) return textIn(element);
  if (type.includes('/') && !type.startsWith('text/')) return decoded(textIn(element)) ?? '';
  return escaped(textIn(element));
};
