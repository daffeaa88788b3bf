import { decodeHTMLStrict } from 'entities';

/** A document without what must not reach a parser, and how to read the entities in its text. */
export type Prepared = Readonly<{ markup: string; decode(text: string): string }>;

/** Where a DOCTYPE begins and ends, with its internal subset; it is looked for near the beginning only. */
const doctype = /<!DOCTYPE[^[>]{0,1000}(?:\[([^\]]{0,200000})\][^>]{0,100})?>/i;
const entity = /<!ENTITY\s{1,10}(\w{1,100})\s{1,10}(?:"([^"&%]{0,500})"|'([^'&%]{0,500})')\s{0,10}>/g;

/**
 * Takes out the DOCTYPE, control characters and whatever precedes the first tag. Of the entities that the DOCTYPE declares
 * only those are known that are plain text: none that refers to another one, and none from outside.
 */
export const prepared = (source: string): Prepared => {
  const start = source.indexOf('<');
  const text = start < 0 ? '' : source.slice(start);
  const found = doctype.exec(text.slice(0, 250_000));
  const declared = [...(found?.[1] ?? '').matchAll(entity)].map(
    ([, name = '', double, single]) => [name, double ?? single ?? ''] as const,
  );
  const entities = new Map(declared);
  const own = (written: string): string =>
    entities.size === 0 ? written : written.replace(/&(\w{1,100});/g, (all, name: string) => entities.get(name) ?? all);
  return {
    markup: (found ? text.slice(0, found.index) + text.slice(found.index + found[0].length) : text).replace(
      // eslint-disable-next-line no-control-regex -- control characters are what is removed
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g,
      '',
    ),
    decode: (written) => (written.includes('&') ? decodeHTMLStrict(own(written)) : written),
  };
};
