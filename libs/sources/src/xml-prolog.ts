import { decodeHTMLStrict } from 'entities';
import { cleanText } from './clean-text.js';

/** A document without what must not reach a parser, and how to read the entities in its text. */
export type Prepared = Readonly<{ markup: string; decode(text: string): string }>;

/** A DOCTYPE with its internal subset. */
const doctype = /<!DOCTYPE[^[>]{0,1000}(?:\[([^\]]{0,200000})\][^>]{0,100})?>/iy;
const entity = /<!ENTITY\s{1,10}(\w{1,100})\s{1,10}(?:"([^"&%]{0,500})"|'([^'&%]{0,500})')\s{0,10}>/g;
/** How long the texts of a document may become in all by the entities it declares. */
const longestExpansion = 1_000_000;

/** Where the next declaration or tag begins after the XML declaration, comments and white space. */
const afterMisc = (text: string): number => {
  let at = 0;
  for (;;) {
    const open = text.indexOf('<', at);
    const comment = text.startsWith('<!--', open);
    if (open < 0 || !(comment || text.startsWith('<?', open))) return Math.max(open, 0);
    const close = text.indexOf(comment ? '-->' : '?>', open + 2);
    if (close < 0) return open;
    at = close + (comment ? 3 : 2);
  }
};

/** A character beyond the first 65,536 as programs write it that count in UTF-16: as two references, each to half of it. */
const halves = /&#(?:x(d[89ab][\da-f]{2})|(5[56]\d{3}));&#(?:x(d[c-f][\da-f]{2})|(5[67]\d{3}));/gi;

const withWholeCharacters = (text: string): string =>
  text.replace(halves, (pair, ...codes: (string | undefined)[]) => {
    const [high = 0, low = 0] = [0, 2].map((at) => Number.parseInt(codes[at] ?? '', 16) || Number(codes[at + 1]));
    const character = String.fromCharCode(high, low);
    return character.isWellFormed() ? character : pair;
  });

/**
 * Takes out the DOCTYPE, control characters and whatever precedes the first tag. Of the entities that the DOCTYPE declares
 * only those are known that are plain text: none that refers to another one, and none from outside.
 */
export const prepared = (source: string): Prepared => {
  const start = afterMisc(source);
  doctype.lastIndex = start;
  const found = doctype.exec(source);
  const declared = [...(found?.[1] ?? '').matchAll(entity)].map(
    ([, name = '', double, single]) => [name, double ?? single ?? ''] as const,
  );
  const entities = new Map(declared);
  let left = longestExpansion;
  const own = (written: string): string =>
    entities.size === 0
      ? written
      : written.replace(/&(\w{1,100});/g, (reference, name: string) => {
          const text = entities.get(name);
          if (text === undefined || text.length > left) return reference;
          left -= text.length;
          return text;
        });
  return {
    markup: cleanText(source.slice(start + (found?.[0].length ?? 0))),
    decode: (written) =>
      written.includes('&') ? cleanText(decodeHTMLStrict(withWholeCharacters(own(written)))) : written,
  };
};
