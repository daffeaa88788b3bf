import { decodedText } from '../decoded-text.js';
import { feedInPage } from '../feed-in-page.js';
import { headingOf, pageOf } from '../html-page.js';
import { titleText } from '../plain-text.js';
import { UnreadableDocument, type Fetched, type ReadDocument, type SourceFormat } from '../source-format.js';
import { readingsOf } from './readings.js';

const read = (fetched: Fetched): ReadDocument => {
  const text = decodedText(fetched.body, fetched.mediaType);
  const page = /^\uFEFF?\s*[[{]/.test(text) ? undefined : pageOf(text);
  const heading = page && headingOf(page, fetched.url);
  const title = titleText(heading?.title ?? '');
  const { link, base } = heading ?? { link: fetched.url, base: fetched.url };
  const { reports, errors } = readingsOf(page ?? text, { fetched, base, page: link });
  if (reports.length === 0) {
    const found = page ? `an HTML page${title ? ` titled “${title}”` : ''}` : 'JSON-LD without an event';
    const because = errors[0] ? `: ${errors[0].where} ${errors[0].what}` : '';
    throw new UnreadableDocument(`${found}, not a feed or calendar${because}`);
  }
  return {
    ...(title && { title }),
    link,
    reports,
    errors: [
      ...errors,
      ...(page?.complete === false
        ? [{ where: 'the page', what: 'too deep or too many elements; the rest was not read' }]
        : []),
    ],
  };
};

/** A page of HTML, or a part of one that names its items. */
const isPage = (text: string): boolean => {
  const at = text.search(/<(!doctype html|html)[\s>]|^<(head|body)[\s>]/i);
  const feed = text.search(/<([\w-]{1,40}:)?(rss|rdf|feed|channel)[\s/>]/i);
  if (at >= 0) return (feed < 0 || at < feed) && feedInPage(text) === undefined;
  return (
    feed < 0 &&
    /\bclass\s*=\s*["']?[^"'>]{0,200}\b(h-(event|entry|feed)|vevent)\b|application\/ld\+json|\bitemscope\b/i.test(text)
  );
};

const isJsonLd = (text: string): boolean =>
  /^[[{]/.test(text) &&
  /"@context"\s*:[^]{0,300}?https?:\\?\/\\?\/(www\.)?schema\.org(?!\\?\/extensions)/.test(text) &&
  /"@(type|graph)"\s*:/.test(text) &&
  !/ns\\?\/activitystreams/.test(text);

/**
 * Events in web pages, and what they are in without the page: JSON-LD, microdata and RDFa of schema.org, h-event and h-entry, hCalendar,
 * and what the head of a page about one event says of it (OpenGraph). A page that says its events in more than one way is read in the first of these.
 */
export const html: SourceFormat = {
  name: 'html',
  recognises: (_fetched, text) => (text.startsWith('<') && isPage(text)) || isJsonLd(text),
  async read(fetched) {
    return read(fetched);
  },
};
