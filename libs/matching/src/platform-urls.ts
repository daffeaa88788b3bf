/** A platform whose addresses say the same thing in several ways, and how they are made one. */
export type PlatformUrls = Readonly<{ host: RegExp; rewrite: (url: URL) => void }>;

/** The id stands in the fragment (`/#event.detail.id.…`, `/communecter#…`, `#page.type.events.id.…`) or after `/id/`. */
const communecter: PlatformUrls = {
  host: /(^|\.)communecter\.org$/,
  rewrite: (url) => {
    const id = /[./]id[./]([0-9a-f]{24})(?![0-9a-f])/i.exec(url.pathname + url.hash)?.[1];
    if (id) [url.pathname, url.search, url.hash] = ['/', '', `#event.detail.id.${id.toLowerCase()}`];
  },
};

/** `/events/ID`, `/events/a-title/ID/`, `/#!/events/ID`, `m.`, `fr-fr.`; an occurrence of a series has an id of its own. */
const facebook: PlatformUrls = {
  host: /(^|\.)facebook\.com$/,
  rewrite: (url) => {
    const occurrence = /^\d{6,}$/.exec(url.searchParams.get('event_time_id') ?? '')?.[0];
    const id = /\/events\/(?:[^/]*\/)?(\d{6,})(?![^/?&])/.exec(url.pathname + url.hash)?.[1];
    if (id) [url.host, url.pathname, url.search, url.hash] = ['facebook.com', `/events/${occurrence ?? id}`, '', ''];
  },
};

/** Group names are read in any case; `/fr-FR/` is the reader's language. */
const meetup: PlatformUrls = {
  host: /(^|\.)meetup\.com$/,
  rewrite: (url) => {
    url.pathname = url.pathname.replace(/^\/[a-z]{2}-[a-z]{2}(?=\/)/i, '').toLowerCase();
  },
};

/** A thread or a group is its key; the words after it are free. */
const loomio: PlatformUrls = {
  host: /^loomio\.(org|com)$/,
  rewrite: (url) => {
    const [, kind, key] = /^\/([dg])\/(\w{8})(?=\/|$)/.exec(url.pathname) ?? [];
    if (kind && key) [url.pathname, url.search] = [`/${kind}/${key}`, ''];
  },
};

/** `/index.php?title=T`, the static archive's `/index.php@title=T&oldid=N.html` and a revision of T are `/wiki/T`. */
const mediaWiki: PlatformUrls = {
  host: /./,
  rewrite: (url) => {
    const archived = /\/index\.php@title=([^&]+?)(?:&.*|\.html)?$/.exec(url.pathname)?.[1];
    const title = archived ?? (url.pathname.endsWith('/index.php') ? url.searchParams.get('title') : null);
    if (title) [url.pathname, url.search] = [`/wiki/${title.replaceAll(' ', '_')}`, ''];
  },
};

export const platforms: readonly PlatformUrls[] = [communecter, facebook, meetup, loomio, mediaWiki];
