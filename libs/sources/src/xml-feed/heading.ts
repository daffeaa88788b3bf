import { titleText } from '../plain-text.js';
import { httpUrl } from '../report.js';
import { sanitisedHtml } from '../sanitised-html.js';
import type { About, ReadDocument } from '../source-format.js';
import { pick } from './dialects.js';
import type { Element } from './elements.js';
import { identityOf } from './links.js';
import { personIn } from './persons.js';
import { dateAt, lastModified } from './stated-dates.js';
import { htmlOf } from './text-constructs.js';

/** Longer is no name of a feed. */
const longestId = 2_000;

const htmlAt = (feed: Element, ...kinds: readonly string[]): string | undefined => {
  const found = pick(feed, ...kinds);
  return found && (sanitisedHtml(htmlOf(found), found.base) || undefined);
};

/** What a feed says of itself beside title and link, by the names of all dialects. */
export const aboutOf = (feed: Element): About => {
  const id = identityOf(feed).id;
  const description =
    htmlAt(feed, 'subtitle', 'tagline', 'description', 'info', 'dc:description', 'abstract') ??
    htmlAt(feed, 'itunes:subtitle', 'itunes:summary');
  const rights = htmlAt(feed, 'rights', 'copyright', 'dc:rights');
  const author = personIn(feed);
  const published = dateAt(feed, 'published', 'pubdate', 'issued', 'dcterms:issued', 'created', 'dcterms:created').date;
  const updated =
    dateAt(feed, 'updated', 'modified', 'lastbuilddate', 'dcterms:modified', 'dc:date', 'date').date ??
    lastModified(feed);
  return {
    ...(id && id.length <= longestId && { id }),
    ...(description && { description }),
    ...(rights && { rights }),
    ...(author && { author: titleText(author) }),
    ...(published && { published }),
    ...(updated && { updated }),
  };
};

/** The heading of a feed; title and link as the canonical document has them. */
export const headingOf = (
  about: About,
  said: Readonly<{ title: string | undefined; link: string | undefined }>,
  url: string,
): Pick<ReadDocument, 'title' | 'link' | 'about'> => {
  const title = titleText(said.title ?? '');
  const link = httpUrl(said.link, url);
  return { ...(title && { title }), ...(link && { link }), ...(Object.keys(about).length > 0 && { about }) };
};
