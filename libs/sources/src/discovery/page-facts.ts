import { elementsIn, headingOf, pageOf, textWithin, wordsOf } from '../html-page.js';
import { titleText } from '../plain-text.js';

/** A link of a page, its address absolute. */
export type PageLink = Readonly<{ url: URL; rel: readonly string[]; type: string; text: string; element: string }>;

/** What a page shows of how it was made and where it leads. */
export type PageFacts = Readonly<{
  url: URL;
  generator: string;
  links: readonly PageLink[];
  /** It names events in a way that machines read. */
  hasEvents: boolean;
  /** The markup, for the traces that platforms leave in it. */
  markup: string;
}>;

const mostLinks = 5_000;

const names: Readonly<Record<string, string>> = { link: 'href', a: 'href', area: 'href', iframe: 'src' };

/** Calendars are linked by a scheme of their own, which means HTTPS. */
const addressOf = (written: string, base: string): URL | null =>
  URL.parse(written.trim().replace(/^webcals?:(\/\/)?/i, 'https://'), base);

export const pageFacts = (html: string, address: URL): PageFacts => {
  const page = pageOf(html);
  const { base } = headingOf(page, address.href);
  const links: PageLink[] = [];
  let [generator, hasEvents] = ['', false];
  for (const element of elementsIn(page.root)) {
    const { attributes, name } = element;
    if (name === 'meta' && attributes['name']?.toLowerCase() === 'generator') generator ||= attributes['content'] ?? '';
    if (/schema\.org\/\w{0,40}Event$/.test(attributes['itemtype']?.trim() ?? '')) hasEvents = true;
    if (/(^|\s)(h-event|vevent)(\s|$)/.test(attributes['class'] ?? '')) hasEvents = true;
    if (name === 'script' && /ld\+json/.test(attributes['type'] ?? ''))
      hasEvents ||= /"\w{0,40}Event"/.test(element.html);
    const written = attributes[names[name] ?? ''];
    const url = written ? addressOf(written, base) : null;
    if (!url || !['http:', 'https:'].includes(url.protocol) || links.length >= mostLinks) continue;
    const text = titleText(attributes['title'] ?? (name === 'a' ? textWithin(element) : ''));
    const rel = wordsOf(element, 'rel').map((word) => word.toLowerCase());
    links.push({
      url,
      rel,
      type: (attributes['type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '',
      text,
      element: name,
    });
  }
  return { url: address, generator, links, hasEvents, markup: html };
};
