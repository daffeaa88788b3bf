import sanitizeHtml from 'sanitize-html';
import { beginning, cleanText } from './clean-text.js';

const tags = [
  ...['a', 'abbr', 'b', 'blockquote', 'br', 'code', 'dd', 'del', 'div', 'dl', 'dt', 'em', 'h2', 'h3', 'h4', 'h5', 'h6'],
  ...[
    'hr',
    'i',
    'ins',
    'li',
    'ol',
    'p',
    'pre',
    'q',
    's',
    'small',
    'span',
    'strong',
    'sub',
    'sup',
    'table',
    'tbody',
    'td',
  ],
  ...['th', 'thead', 'time', 'tr', 'u', 'ul'],
];

const absolute = (url: string | undefined, base: string): string | undefined => {
  const parsed = url === undefined ? null : URL.parse(url.trim(), base);
  return parsed && ['http:', 'https:', 'mailto:'].includes(parsed.protocol) ? parsed.href : undefined;
};

/** How long the addresses of one text may be in all: a long base before many short links would make very much of little. */
const longestLinks = 200_000;

const options = (base: string, room = longestLinks): sanitizeHtml.IOptions => ({
  allowedTags: tags,
  allowedAttributes: {
    a: ['href', 'rel'],
    abbr: ['title'],
    time: ['datetime'],
    td: ['colspan', 'rowspan'],
    th: ['colspan', 'rowspan'],
  },
  allowedSchemes: ['http', 'https', 'mailto'],
  nestingLimit: 60,
  transformTags: {
    h1: 'h2',
    a: (_name, { href }) => {
      const resolved = absolute(href, base);
      room -= resolved?.length ?? 0;
      const url = room > 0 ? resolved : undefined;
      return { tagName: 'a', attribs: { ...(url && { href: url }), rel: 'nofollow ugc noopener' } };
    },
  },
});

/** The longest text that is kept of one item, in characters. */
const longest = 100_000;

/**
 * HTML that is safe to show: no scripts, styles, images, forms or ids; links absolute and marked as others' words.
 * This is the one place where fetched HTML is let in.
 */
export const sanitisedHtml = (html: string, base: string): string => {
  const text = beginning(html, longest);
  // Without any of these it is no HTML; many items say no more than a sentence.
  return cleanText(/[<>&]/.test(text) ? sanitizeHtml(text, options(base)) : text).trim();
};

/** How many URLs of one text are kept. */
const mostUrls = 50;

/** The http(s) URLs that sanitised HTML links to, then those that stand in its text, each once. */
export const urlsIn = (sanitised: string): readonly string[] => {
  const linked = [...sanitised.matchAll(/<a href="(https?:[^"]{1,2000})"/g)].map(([, url = '']) => url);
  const written = [...sanitised.replace(/<[^>]*>/g, ' ').matchAll(/https?:\/\/[^\s<>"']{1,2000}/g)].map(([url]) =>
    // A sentence's end is not the URL's.
    url.replace(/[.,;:!?)\]»]{1,10}$/, ''),
  );
  const urls = [...linked, ...written].flatMap((url) => URL.parse(url.replaceAll('&amp;', '&'))?.href ?? []);
  return [...new Set(urls)].slice(0, mostUrls);
};
