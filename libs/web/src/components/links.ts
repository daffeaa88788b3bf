import type { AssemblyId, Language } from '@relais/vocabulary';

/** A path that keeps the reader's language; French is the default and needs no mark. */
export const pathOf = (path: string, language: Language): string =>
  language === 'fr' ? path : `${path}${path.includes('?') ? '&' : '?'}lang=${language}`;

/** The way into the console, and from there to a page of it; whoever is in is led there at once. */
export const entranceTo = (page: string | undefined, language: Language): string =>
  pathOf(page === undefined ? '/admin/entrer' : `/admin/entrer?${new URLSearchParams({ vers: page })}`, language);

/** A fetched URL as an href, if it is one of a kind that may be followed; nothing else ever becomes a link. */
export const safeHref = (url: string | undefined): string | undefined => {
  const parsed = url === undefined ? null : URL.parse(url);
  return parsed && ['http:', 'https:', 'mailto:'].includes(parsed.protocol) ? parsed.href : undefined;
};

/** The feeds of an assembly, or of all. */
export const feedLinks = (name: string, assembly?: AssemblyId): { href: string; type: string; title: string }[] => {
  const base = assembly === undefined ? '' : `/${assembly}`;
  return [
    { href: `${base}/feed.rss`, type: 'application/rss+xml', title: `${name} (RSS)` },
    { href: `${base}/feed.atom`, type: 'application/atom+xml', title: `${name} (Atom)` },
    { href: `${base}/feed.json`, type: 'application/feed+json', title: `${name} (JSON Feed)` },
    { href: `${base}/agenda.ics`, type: 'text/calendar', title: `${name} (iCalendar)` },
  ];
};
