import { instantOf } from '@relais/vocabulary';
import { pages, said, type PageFact } from './facts.ts';
import { xml } from './xml.ts';

type Site = Readonly<{ home: string; name: string; generator: string }>;

/** RSS has no form for a bare day: it is written as the midnight that it begins with. */
const pubDate = (day: string): string =>
  new Date(instantOf(`${day}T00:00`, 'Europe/Paris')).toUTCString().replace('GMT', '+0000');

const channel = ({ home, name, generator }: Site, posts: readonly PageFact[]): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">',
    '<channel>',
    `<title>${xml(name)} (exemple)</title>`,
    `<link>${xml(home)}</link>`,
    `<description>${xml(said)}</description>`,
    '<language>fr-FR</language>',
    `<generator>${xml(generator)} (exemple)</generator>`,
    ...posts.map(({ title, url, published }) =>
      [
        `<item><title>${xml(title)}</title><link>${xml(url)}</link>`,
        ...(published ? [`<pubDate>${pubDate(published)}</pubDate>`] : []),
        `<guid isPermaLink="true">${xml(url)}</guid></item>`,
      ].join(''),
    ),
    '</channel>',
    '</rss>',
    '',
  ].join('\n');

/** WordPress: `/feed/`. */
export const wordpress = (site: string, home: string, name: string): string =>
  channel(
    { home, name, generator: 'https://wordpress.org/' },
    pages.wordpress.filter((post) => post.site === site),
  );

/** SPIP: `/spip.php?page=backend`. */
export const spip = (home: string, name: string): string => channel({ home, name, generator: 'SPIP' }, pages.spip);
