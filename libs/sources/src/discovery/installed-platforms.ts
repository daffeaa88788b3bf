import type { PageFacts } from './page-facts.js';
import { at, shows, type Platform } from './platform.js';

/** A group's agenda, an event's own, and the whole instance's. */
export const mobilizon: Platform = {
  name: 'Mobilizon',
  candidates: (page) => {
    const group = /^\/(@[\w.-]{1,100}(?:@[\w.:-]{1,200})?)(\/|$)/.exec(page.url.pathname)?.[1];
    const event = /^\/events\/([0-9a-f-]{36})(\/|$)/i.exec(page.url.pathname)?.[1];
    // A page that only speaks of it is none of its own.
    const own = /mobilizon/i.test(page.url.hostname) || /mobilizon/i.test(page.generator);
    if (!own && !((group || event) && shows(page, /mobilizon/i))) return [];
    return [
      ...(group
        ? [at(`/${group}/feed/ics`, page, 'calendar', 0.95), at(`/${group}/feed/atom`, page, 'feed', 0.8)]
        : []),
      ...(event ? [at(`/events/${event}/export/ics`, page, 'calendar', 0.6)] : []),
      at('/feed/instance/ics', page, 'calendar', group ? 0.3 : 0.5),
    ];
  },
};

/** What it filters by (a place, tags) is in the query of the page or of the feeds that it links to. */
export const gancio: Platform = {
  name: 'Gancio',
  candidates: (page) => {
    const linked = page.links.find(({ url, rel }) => rel.includes('alternate') && url.pathname === '/feed/rss');
    if (!/^gancio/i.test(page.generator) && !(linked && shows(page, /\/_nuxt\//))) return [];
    return [
      at('/feed/ics', page, 'calendar', 0.93),
      at('/api/events', page, 'events', 0.92),
      // Its dates stand in the text only.
      at('/feed/rss', page, 'feed', 0.5),
    ];
  },
};

export const wordpress: Platform = {
  name: 'WordPress',
  candidates: (page) => {
    const api = page.links.find(({ rel }) => rel.includes('https://api.w.org/'))?.url;
    if (!api && !/^wordpress/i.test(page.generator) && !shows(page, /\/wp-(content|includes)\//)) return [];
    const root = api?.href ?? new URL('/wp-json/', page.url).href;
    const site = new URL(root.replace(/(wp-json\/?|\?rest_route=\/?).*$/s, ''), page.url).href;
    const calendar = shows(page, /tribe[-_]events|the-events-calendar/i);
    return [
      ...(calendar
        ? [
            at(`${root.replace(/\/?$/, '/')}tribe/events/v1/events`, page, 'events', 0.93),
            at(`${site}?post_type=tribe_events&ical=1&eventDisplay=list`, page, 'calendar', 0.85),
          ]
        : []),
      at(`${site}feed/`, page, 'feed', 0.8),
    ];
  },
};

/** `https://wiki.example/w/` of a wiki whose pages are below `/wiki/`. */
const scriptsOf = (page: PageFacts): string => {
  const edit = page.links.find(({ rel }) => rel.includes('edituri'))?.url;
  if (edit) return new URL('.', edit).href;
  const index = /^(.*\/)index\.php/.exec(page.url.pathname)?.[1];
  return new URL(index ?? '/', page.url).href;
};

export const mediawiki: Platform = {
  name: 'MediaWiki',
  candidates: (page) => {
    if (
      !/^mediawiki/i.test(page.generator) &&
      !page.links.some(({ rel, url }) => rel.includes('edituri') && /api\.php/.test(url.href))
    )
      return [];
    const scripts = scriptsOf(page);
    const title = page.url.searchParams.get('title') ?? /\/wiki\/([^/]{1,300})$/.exec(page.url.pathname)?.[1];
    const changes = 'action=query&format=json&list=recentchanges&rcprop=title%7Cids%7Ctimestamp%7Ccomment&rclimit=100';
    return [
      at(`${scripts}api.php?action=feedrecentchanges&feedformat=atom`, page, 'feed', 0.85),
      at(`${scripts}api.php?${changes}`, page, 'feed', 0.75),
      ...(title
        ? [
            at(
              `${scripts}index.php?title=${encodeURIComponent(decodedOnce(title))}&action=history&feed=atom`,
              page,
              'feed',
              0.6,
            ),
          ]
        : []),
    ];
  },
};

const decodedOnce = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
};

/** Its pages are queries of one address; forms are known by the numbers that a page shows them with. */
export const yeswiki: Platform = {
  name: 'YesWiki',
  candidates: (page) => {
    if (
      !/yeswiki/i.test(page.generator) &&
      !/\/wakka\.php$/.test(page.url.pathname) &&
      !shows(page, /\btools\/(bazar|templates|login)\//)
    )
      return [];
    const wiki = `${page.url.origin}${page.url.pathname.replace(/wakka\.php$/, '')}`;
    const forms = [
      ...page.markup.matchAll(/(?:idtypeannonce|id_typeannonce|data-form-id|api\/forms)[="'/\s]{1,4}(\d{1,6})/g),
    ];
    const numbers = [...new Set(forms.map(([, number]) => number))].slice(0, 5);
    return [
      ...numbers.flatMap((number) => [
        at(`${wiki}?api/forms/${number}/entries`, page, 'events', 0.85),
        at(`${wiki}?api/forms/${number}/entries/ical`, page, 'calendar', 0.75),
      ]),
      at(`${wiki}?api/entries`, page, 'events', numbers.length > 0 ? 0.5 : 0.7),
      at(`${wiki}?DerniersChangementsRSS/xml`, page, 'feed', 0.6),
    ];
  },
};
