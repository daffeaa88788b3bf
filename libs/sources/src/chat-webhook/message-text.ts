import { cleanAddress } from './clean-address.js';

/** A link in a message, and what it is called there. */
export type Link = Readonly<{ url: string; label?: string }>;

/** `[label](url)`, Slack's `<url|label>`, `<url>`, and bare addresses. */
const links =
  /\[([^[\]\n]{1,500})\]\((https?:\/\/[^\s()<>]{1,2000}(?:\([^\s()<>]{0,200}\)[^\s()<>]{0,500})?)\)|<(https?:\/\/[^\s<>|]{1,2000})(?:\|([^<>\n]{1,500}))?>|(https?:\/\/[^\s<>"'|[\]]{1,2000})/g;

const linkOf = ([, label, url, angled, named, bare]: readonly (string | undefined)[]): Link => {
  const address = url ?? angled ?? (bare ?? '').replace(/[.,;:!?)»*_]{1,10}$/, '');
  const called = (label ?? named)?.replace(/[*_`]/g, '').trim();
  return called ? { url: address, label: called } : { url: address };
};

export const linksIn = (text: string): readonly Link[] => [...text.matchAll(links)].map(linkOf);

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Bold and headings are what chats write beside links; the rest stays as it is. */
const withEmphasis = (html: string): string =>
  html
    .replace(/^#{1,6} {1,3}(.{1,3000})$/gm, '<strong>$1</strong>')
    .replace(/\*\*([^*\n]{1,3000})\*\*/g, '<strong>$1</strong>')
    .replace(/\r\n|\r|\n/g, '<br>');

const linked = (url: string, label: string | undefined): string => {
  const parsed = URL.parse(url);
  if (parsed === null) return escaped(label ?? url);
  const address = escaped(cleanAddress(parsed).href);
  return `<a href="${address}">${label === undefined ? address : escaped(label)}</a>`;
};

/** A message's markdown as HTML, as much of it as messages use. */
export const htmlOfMessage = (text: string): string => {
  const parts: string[] = [];
  let at = 0;
  for (const match of text.matchAll(links)) {
    const { url, label } = linkOf(match);
    const written = match[5] === undefined ? match[0].length : url.length;
    parts.push(escaped(text.slice(at, match.index)), linked(url, label));
    at = match.index + written;
  }
  return withEmphasis([...parts, escaped(text.slice(at))].join(''));
};
