import { decodeHTMLStrict } from 'entities';
import { Parser } from 'htmlparser2';

/** An XML element with its namespace resolved. `content` keeps text, CDATA and elements in their order. */
export type Element = Readonly<{
  namespace: string;
  name: string;
  attributes: Readonly<Record<string, string>>;
  /** xml:base as resolved against its parents'. */
  base: string;
  content: (Element | string)[];
}>;

/** What a feed may have at most; more is refused rather than read for ever. */
const mostElements = 500_000;
const deepest = 300;

/** Text with entities read; those of a DOCTYPE's internal subset only if they are plain text. */
const reader = (source: string): ((text: string) => string) => {
  const subset = /<!DOCTYPE[^[>]{0,1000}\[([\s\S]{0,20000}?)\]\s*>/i.exec(source.slice(0, 30_000))?.[1] ?? '';
  const entities = new Map(
    [...subset.matchAll(/<!ENTITY\s+(\w+)\s+(["'])([^&%]{0,500}?)\2\s*>/g)].map(([, name = '', , value = '']) => [name, value]),
  );
  return (text) =>
    text.includes('&') ? decodeHTMLStrict(text.replace(/&([A-Za-z]\w*);/g, (all, name: string) => entities.get(name) ?? all)) : text;
};

/** What XML cannot hold, what precedes the first tag, and the DOCTYPE are left out. */
const cleaned = (source: string): string => {
  const start = source.indexOf('<');
  return (start < 0 ? '' : source.slice(start))
    .replace(/<!DOCTYPE[^[>]{0,1000}(\[[\s\S]{0,200000}?\]\s*)?>/i, '')
    // eslint-disable-next-line no-control-regex -- control characters are what is removed
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
};

type Open = { element: Element; prefixes: Readonly<Record<string, string>> };

/** The root of a document, read tolerantly: bare `&`, missing end tags and undeclared prefixes do no harm. Undefined where there is no element. */
export const rootOf = (source: string, url: string): Element | undefined => {
  const decode = reader(source);
  const open: Open[] = [];
  let root: Element | undefined;
  let count = 0;
  let inCdata = false;
  const parser = new Parser(
    {
      onopentag(tag, raw) {
        if (++count > mostElements || open.length > deepest) throw new Error(`more than ${mostElements} elements, or deeper than ${deepest}`);
        const parent = open.at(-1);
        const declared = Object.entries(raw).filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'));
        const prefixes = { ...parent?.prefixes, ...Object.fromEntries(declared.map(([name, uri]) => [name.slice(6), uri])) };
        const [prefix, name] = split(tag);
        const attributes = Object.fromEntries(
          Object.entries(raw).flatMap(([key, value]) => (key.startsWith('xmlns') ? [] : [[key, decode(value)]])),
        );
        const base = attributes['xml:base'] === undefined ? (parent?.element.base ?? url) : resolved(attributes['xml:base'], parent?.element.base ?? url);
        const element: Element = { namespace: prefixes[prefix] ?? prefix, name, attributes, base, content: [] };
        parent?.element.content.push(element);
        root ??= element;
        open.push({ element, prefixes });
      },
      ontext(text) {
        open.at(-1)?.element.content.push(inCdata ? text : decode(text));
      },
      oncdatastart() {
        inCdata = true;
      },
      oncdataend() {
        inCdata = false;
      },
      onclosetag() {
        open.pop();
      },
    },
    { xmlMode: true, decodeEntities: false, lowerCaseTags: false },
  );
  parser.write(cleaned(source));
  parser.end();
  return root;
};

const split = (tag: string): [string, string] => {
  const at = tag.indexOf(':');
  return at < 0 ? ['', tag] : [tag.slice(0, at), tag.slice(at + 1)];
};

const resolved = (url: string, base: string): string => URL.parse(url.trim(), base)?.href ?? base;

export const children = (element: Element): Element[] => element.content.filter((one): one is Element => typeof one !== 'string');

/** All text within, in order, without markup. */
export const textIn = (element: Element): string =>
  element.content.map((one) => (typeof one === 'string' ? one : textIn(one))).join('');

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** What is within, as markup: for XHTML bodies. */
export const markupIn = (element: Element): string =>
  element.content
    .map((one) => {
      if (typeof one === 'string') return escaped(one);
      const attributes = Object.entries(one.attributes).map(([name, value]) => ` ${name}="${escaped(value).replaceAll('"', '&quot;')}"`);
      return `<${one.name}${attributes.join('')}>${markupIn(one)}</${one.name}>`;
    })
    .join('');
