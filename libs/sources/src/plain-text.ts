import { decodeHTML } from 'entities';
import { beginning, cleanText } from './clean-text.js';

/** One line of plain text out of text or HTML: markup gone, entities read, white space folded. */
export const plainText = (markup: string): string =>
  cleanText(decodeHTML(withoutTags(markup)))
    .replace(/\s+/g, ' ')
    .trim();

/** What a title says: {@link plainText}, no longer than titles are. */
export const titleText = (markup: string): string => beginning(plainText(markup), 500);

/** Elements within a word; every other tag ends one. */
const inline = new Set(['a', 'abbr', 'b', 'em', 'font', 'i', 's', 'small', 'span', 'strong', 'sub', 'sup', 'u', 'wbr']);
/** What is in these is no text. */
const silent = new Set(['script', 'style']);

/** How far the value of an attribute is searched for its end. */
const longestValue = 2_000;

/** Where the tag ends that begins here: a `>` within the quotes of an attribute's value is none. Negative where it has no end. */
const endOfTag = (markup: string, open: number): number => {
  const attribute = /=\s{0,10}(["'])/g;
  let close = markup.indexOf('>', open);
  for (let at = open; close >= 0;) {
    attribute.lastIndex = at;
    const quote = attribute.exec(markup.slice(0, close));
    if (quote === null) return close;
    const end = markup.slice(attribute.lastIndex, attribute.lastIndex + longestValue).indexOf(quote[1] ?? '"');
    if (end < 0) return close;
    at = attribute.lastIndex + end + 1;
    if (at > close) close = markup.indexOf('>', at);
  }
  return close;
};

/** Where the tag, comment or silent element that begins here ends, and whether it parts words; undefined where `<` is just text. */
const tagAt = (markup: string, lower: string, open: number): Readonly<{ end: number; parts: boolean }> | undefined => {
  const next = lower[open + 1] ?? '';
  if (!/[a-z/!?]/.test(next)) return undefined;
  if (lower.startsWith('!--', open + 1)) {
    const close = lower.indexOf('-->', open + 4);
    return { end: close < 0 ? markup.length : close + 3, parts: false };
  }
  const close = endOfTag(lower, open);
  if (close < 0) return { end: markup.length, parts: true };
  const name = /^\/?([a-z0-9]{1,20})/.exec(lower.slice(open + 1, open + 22))?.[1] ?? '';
  if (!silent.has(name) || next === '/') return { end: close + 1, parts: !inline.has(name) };
  const last = lower.indexOf(`</${name}`, close);
  return { end: last < 0 ? markup.length : last, parts: true };
};

const withoutTags = (markup: string): string => {
  if (!markup.includes('<')) return markup;
  const lower = markup.toLowerCase();
  const texts: string[] = [];
  for (let at = 0; at < markup.length;) {
    const open = lower.indexOf('<', at);
    if (open < 0) {
      texts.push(markup.slice(at));
      break;
    }
    const tag = tagAt(markup, lower, open);
    texts.push(markup.slice(at, open), tag === undefined ? '<' : tag.parts ? ' ' : '');
    at = tag?.end ?? open + 1;
  }
  return texts.join('');
};

/** The first words of a text, at most so many characters, cut between words unless one is very long. */
export const firstWords = (text: string, most = 80): string => {
  if (text.length <= most) return text;
  const cut = beginning(text, most);
  const space = cut.lastIndexOf(' ');
  return `${space < most / 2 ? cut : cut.slice(0, space)}…`;
};
