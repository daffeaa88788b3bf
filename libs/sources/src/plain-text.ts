import { decodeHTML } from 'entities';
import { beginning, cleanText } from './clean-text.js';

/** One line of plain text out of text or HTML: markup gone, entities read, white space folded. */
export const plainText = (markup: string): string =>
  cleanText(decodeHTML(withoutTags(withoutCdata(markup))))
    .replace(/\s+/g, ' ')
    .trim();

/** CDATA within CDATA, or escaped: to HTML what it holds would be a comment. */
const withoutCdata = (markup: string): string =>
  markup.includes('<![CDATA[') ? markup.replaceAll('<![CDATA[', '').replaceAll(']]>', '') : markup;

/** What a title says: {@link plainText}, no longer than titles are. */
export const titleText = (markup: string): string => beginning(plainText(markup), 500);

/** Elements within a word; every other tag ends one. */
const inline = new Set(['a', 'abbr', 'b', 'em', 'font', 'i', 's', 'small', 'span', 'strong', 'sub', 'sup', 'u', 'wbr']);
/** All others that pages have. What is no element of HTML was no tag in any text: `A<B`, `<annulé>`. */
const parting = new Set(
  (
    'address applet area article aside audio base basefont bdi bdo big blink blockquote body br button canvas caption center ' +
    'cite code col colgroup data datalist dd del details dfn dialog dir div dl dt embed fieldset figcaption figure footer form ' +
    'frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe img input ins kbd label legend li link main map mark ' +
    'marquee menu meta meter nav nobr noframes noscript object ol optgroup option output p param picture plaintext pre progress ' +
    'q rp rt ruby samp search section select slot source strike summary svg math table tbody td template textarea tfoot th ' +
    'thead time title tr track tt ul var video xmp'
  ).split(' '),
);
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

/** Other vocabularies have names in two parts (`o:p`, `my-element`); declarations and instructions begin with a sign. */
const foreign = /^(?:\/?[a-z0-9]{1,20}[:-][a-z]|[!?][a-z])/;
/** The beginning of a tag that was cut: an attribute of it has begun. Else `<` is just a sign: `A<B`. */
const cutTag = /^\/?[a-z0-9]{1,20}\s+[a-z-]{1,20}(?:=|$)/;

type Tag = Readonly<{ end: number; parts: boolean }>;

/** Where the tag, comment or silent element that begins here ends, and whether it parts words; undefined where `<` is just text. */
const tagAt = (markup: string, lower: string, open: number, lastClose: number): Tag | undefined => {
  const begins = lower.slice(open + 1, open + 60);
  if (begins.startsWith('!--')) {
    const close = lower.indexOf('-->', open + 4);
    return { end: close < 0 ? markup.length : close + 3, parts: false };
  }
  const name = /^\/?([a-z0-9]{1,20})(?![a-z0-9])/.exec(begins)?.[1] ?? '';
  if (!inline.has(name) && !parting.has(name) && !silent.has(name) && !foreign.test(begins)) return undefined;
  if (open > lastClose) return cutTag.test(begins) ? { end: markup.length, parts: true } : undefined;
  const close = endOfTag(lower, open);
  if (close < 0) return { end: markup.length, parts: true };
  if (!silent.has(name) || begins.startsWith('/')) return { end: close + 1, parts: !inline.has(name) };
  const last = lower.indexOf(`</${name}`, close);
  return { end: last < 0 ? markup.length : last, parts: true };
};

const withoutTags = (markup: string): string => {
  if (!markup.includes('<')) return markup;
  const lower = markup.toLowerCase();
  const lastClose = lower.lastIndexOf('>');
  const texts: string[] = [];
  for (let at = 0; at < markup.length;) {
    const open = lower.indexOf('<', at);
    if (open < 0) {
      texts.push(markup.slice(at));
      break;
    }
    const tag = tagAt(markup, lower, open, lastClose);
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
