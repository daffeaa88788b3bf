import { at, type Platform } from './platform.js';

const under = (hostname: string, domain: string): boolean => hostname === domain || hostname.endsWith(`.${domain}`);

/** Each city has an agenda of its own below one domain. */
export const demosphere: Platform = {
  name: 'Démosphère',
  candidates: (page) =>
    under(page.url.hostname, 'demosphere.net') || under(page.url.hostname, 'demosphere.eu')
      ? [at('/events.ics', page, 'calendar', 0.95), at('/events.xml', page, 'feed', 0.8)]
      : [],
};

/** Its pages are in the fragment: `#@slug`, `#event.detail.id.<24 hex digits>`. */
export const communecter: Platform = {
  name: 'Communecter',
  candidates: (page) => {
    const { hostname, hash } = page.url;
    if (!under(hostname, 'communecter.org')) return [];
    const event = /\.id\.([0-9a-f]{24})/.exec(/event/.test(hash) ? hash : '')?.[1];
    const slug = /^#@?([\w-]{1,100})$/.exec(hash)?.[1];
    return [
      ...(event ? [at(`/api/event/get/id/${event}`, page, 'events', 0.8)] : []),
      ...(slug ? [at(`/api/event/get?limit=50&key=${slug}`, page, 'events', 0.6)] : []),
      at('/api/event/get?limit=50', page, 'events', 0.3),
    ];
  },
};

/** Exports are below the number of an agenda, which its page names. */
export const openAgenda: Platform = {
  name: 'OpenAgenda',
  candidates: (page) => {
    if (!under(page.url.hostname, 'openagenda.com')) return [];
    const number =
      /\/agendas\/(\d{1,12})/.exec(page.url.pathname)?.[1] ?? /agendas\/(\d{1,12})\b/.exec(page.markup)?.[1];
    if (number === undefined) return [];
    return [
      at(`/agendas/${number}/events.v2.json`, page, 'events', 0.85),
      at(`/agendas/${number}/events.v2.ics`, page, 'calendar', 0.8),
    ];
  },
};

const meetupPages = new Set([
  'find',
  'about',
  'apps',
  'help',
  'login',
  'register',
  'topics',
  'cities',
  'lp',
  'blog',
  'home',
  'media',
]);

export const meetup: Platform = {
  name: 'Meetup',
  candidates: (page) => {
    if (!under(page.url.hostname, 'meetup.com')) return [];
    const [first = '', second = ''] = page.url.pathname.split('/').filter(Boolean);
    // French pages are below `/fr-FR/`.
    const group = /^[a-z]{2}-[A-Z]{2}$/.test(first) ? second : first;
    if (!/^[\w-]{2,100}$/.test(group) || meetupPages.has(group)) return [];
    return [at(`/${group}/events/ical/`, page, 'calendar', 0.95), at(`/${group}/events/rss/`, page, 'feed', 0.5)];
  },
};

/** A person's or a group's posts; Mobilizon's groups have the same path. */
export const mastodon: Platform = {
  name: 'Mastodon',
  candidates: (page) => {
    const account = /^\/(@[\w.-]{1,100})(\/|$)/.exec(page.url.pathname)?.[1];
    return account &&
      /mastodon/i.test(page.generator || page.markup.slice(0, 20_000)) &&
      !/mobilizon/i.test(page.markup)
      ? [at(`/${account}.rss`, page, 'feed', 0.8)]
      : [];
  },
};

/** What it filters by (a region, a tag, a distance from a town) is in the query of its pages. */
export const agendaDuLibre: Platform = {
  name: 'Agenda du Libre',
  candidates: (page) => {
    if (!under(page.url.hostname, 'agendadulibre.org')) return [];
    const { search } = page.url;
    return [at(`/events.ics${search}`, page, 'calendar', 0.95), at(`/events.rss${search}`, page, 'feed', 0.7)];
  },
};
