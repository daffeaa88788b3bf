import { instantOf } from '@relais/vocabulary';
import { pages, said, type PageFact } from './facts.ts';
import { xml } from './xml.ts';

const updated = ({ revised }: PageFact): string[] => (revised ? [instantOf(revised, 'Europe/Paris')] : []);

/** MediaWiki: `api.php?action=feedrecentchanges&feedformat=atom`; a page whose revision is not known has no date. */
export const wiki = (): string =>
  [
    '<?xml version="1.0"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">',
    '<id>https://wiki.lescommuns.org/api.php?action=feedrecentchanges&amp;feedformat=atom</id>',
    '<title>Wiki des communs - Modifications récentes [fr] (exemple)</title>',
    `<subtitle>${xml(said)}</subtitle>`,
    '<link rel="alternate" type="text/html" href="https://wiki.lescommuns.org/"/>',
    ...pages.wiki
      .flatMap(updated)
      .sort()
      .slice(-1)
      .map((latest) => `<updated>${latest}</updated>`),
    '<generator>MediaWiki (exemple)</generator>',
    ...pages.wiki.map((page) =>
      [
        '<entry>',
        `<id>${xml(page.url)}</id>`,
        `<title>${xml(page.title)}</title>`,
        `<link rel="alternate" type="text/html" href="${xml(page.url)}"/>`,
        ...updated(page).map((moment) => `<updated>${moment}</updated>`),
        '</entry>',
      ].join(''),
    ),
    '</feed>',
    '',
  ].join('\n');
