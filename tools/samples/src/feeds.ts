import { announcedOn, lilleGatherings, pages, type GatheringFact, type PageFact } from './facts.ts';

const said = 'Exemple fait à partir de faits publics ; ce fichier ne vient pas de la plateforme.';
const xml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Communecter: `/api/event/get`. */
export const communecter = (): string => {
  const entities = announcedOn('communecter').map(({ fact, url, externalId }) => {
    const { venue = {}, date, start, end, title } = fact;
    const at = (time: string | undefined) => (time ? `${date} ${time}` : date);
    return [
      externalId,
      {
        name: title,
        type: 'meeting',
        startDate: at(start),
        endDate: at(end),
        allDay: start === undefined,
        timeZone: 'Europe/Paris',
        location: venue.name,
        address: {
          '@type': 'PostalAddress',
          streetAddress: venue.address,
          postalCode: venue.postalCode,
          addressLocality: venue.city,
          addressCountry: venue.country,
        },
        url: { communecter: url },
      },
    ];
  });
  const meta = { limit: 20, next: null, previous: null, exemple: said };
  return `${JSON.stringify({ meta, entities: Object.fromEntries(entities) }, null, 2)}\n`;
};

const isAnnounced = ({ announcedOn: on = [] }: GatheringFact): boolean =>
  on.some(({ platform }) => ['facebook', 'communecter', 'demosphere'].includes(platform));

/** What only the assembly's own pages know, as JSON Feed: dated where a page gives the day, undated where none does. */
export const highlights = (): string => {
  const items = lilleGatherings
    .filter((fact) => !isAnnounced(fact))
    .map(({ id, title, page, date, endDate, start, end, venue }) => ({
      id: `urn:exemple:lille:${id}`,
      title,
      ...(page && { url: page }),
      content_text: '',
      _relais: {
        kind: 'gathering',
        ...(date && (start === undefined || endDate ? { starts: date, ends: endDate ?? date, allDay: true } : {})),
        ...(date && start && !endDate ? { starts: `${date}T${start}`, ...(end && { ends: `${date}T${end}` }) } : {}),
        ...(date && { zone: 'Europe/Paris' }),
        ...(venue && { place: venue }),
      },
    }));
  return `${JSON.stringify(
    {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Lille : temps forts des pages de l’assemblée (exemple)',
      description: said,
      home_page_url: 'https://lille.encommuns.org/',
      language: 'fr',
      items,
    },
    null,
    2,
  )}\n`;
};

/** MediaWiki: `api.php?action=feedrecentchanges&feedformat=atom`; a page whose revision is not known has no date. */
export const wiki = (): string =>
  [
    '<?xml version="1.0"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">',
    '<id>https://wiki.lescommuns.org/api.php?action=feedrecentchanges&amp;feedformat=atom</id>',
    '<title>Wiki des communs - Modifications récentes [fr] (exemple)</title>',
    `<subtitle>${xml(said)}</subtitle>`,
    '<link rel="alternate" type="text/html" href="https://wiki.lescommuns.org/"/>',
    '<generator>MediaWiki (exemple)</generator>',
    ...pages.wiki.map(({ title, url, revised }: PageFact) =>
      [
        '<entry>',
        `<id>${xml(url)}</id>`,
        `<title>${xml(title)}</title>`,
        `<link rel="alternate" type="text/html" href="${xml(url)}"/>`,
        ...(revised ? [`<updated>${revised}:00Z</updated>`] : []),
        '</entry>',
      ].join(''),
    ),
    '</feed>',
    '',
  ].join('\n');

/** WordPress: `/feed/`. */
export const wordpress = (site: string, home: string, name: string): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">',
    '<channel>',
    `<title>${xml(name)} (exemple)</title>`,
    `<link>${home}</link>`,
    `<description>${xml(said)}</description>`,
    '<language>fr-FR</language>',
    '<generator>https://wordpress.org/ (exemple)</generator>',
    ...pages.wordpress
      .filter((post: PageFact) => post.site === site)
      .map(
        ({ title, url }: PageFact) =>
          `<item><title>${xml(title)}</title><link>${xml(url)}</link><guid isPermaLink="true">${xml(url)}</guid></item>`,
      ),
    '</channel>',
    '</rss>',
    '',
  ].join('\n');
