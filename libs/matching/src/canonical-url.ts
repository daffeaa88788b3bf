/** A host that changed its name. */
export type DomainAlias = Readonly<{ old: string; new: string }>;

/** Parameters that say where a reader came from, never what is read. */
const tracking = /^(utm_\w+|fbclid|gclid|mc_cid|mc_eid|share|ref|source|_hs\w+)$/i;

/** Platforms whose paths say the same thing in several ways. */
const platforms: readonly Readonly<{ host: RegExp; rewrite: (url: URL) => void }>[] = [
  {
    // The id stands in the fragment; `/#…` and `/communecter#…` are the same page.
    host: /(^|\.)communecter\.org$/,
    rewrite: (url) => {
      const id = /\.id\.([0-9a-f]{24})/i.exec(url.hash)?.[1];
      if (id) [url.pathname, url.hash] = ['/', `#event.detail.id.${id.toLowerCase()}`];
    },
  },
  {
    host: /(^|\.)facebook\.com$/,
    rewrite: (url) => {
      const id = /\/events\/(?:.*\/)?(\d{6,})/.exec(url.pathname)?.[1];
      if (id) [url.host, url.pathname, url.search, url.hash] = ['facebook.com', `/events/${id}`, '', ''];
    },
  },
  {
    host: /(^|\.)meetup\.com$/,
    rewrite: (url) => {
      url.pathname = url.pathname.replace(/^\/[a-z]{2}-[A-Z]{2}\//, '/');
    },
  },
  {
    // `/index.php?title=T` is `/wiki/T`.
    host: /^wiki\./,
    rewrite: (url) => {
      const title = url.searchParams.get('title');
      if (title === null || url.searchParams.has('oldid') || url.searchParams.has('diff')) return;
      url.pathname = `/wiki/${title.replaceAll(' ', '_')}`;
      url.search = '';
    },
  },
];

/** Decoded as often as it was encoded, at most twice: archives of wikis encode twice. */
const decoded = (path: string): string => {
  let text = path;
  for (let times = 0; times < 2; times++)
    try {
      text = decodeURIComponent(text);
    } catch (error) {
      if (error instanceof URIError) return text;
      throw error;
    }
  return text;
};

/**
 * One name for all addresses of a page: without scheme, `www.`, tracking and trailing slash, on the present host.
 * A fragment stays only where a platform keeps its ids there. Undefined for what is no http(s) URL.
 */
export const canonicalUrl = (text: string, aliases: readonly DomainAlias[] = []): string | undefined => {
  const url = URL.parse(text.trim());
  if (url === null || !['http:', 'https:'].includes(url.protocol)) return undefined;
  url.hostname = url.hostname.replace(/^www\./, '');
  const alias = aliases.find(({ old }) => old === url.hostname);
  if (alias) url.hostname = alias.new;
  for (const name of [...url.searchParams.keys()]) if (tracking.test(name)) url.searchParams.delete(name);
  for (const { host, rewrite } of platforms) if (host.test(url.hostname)) rewrite(url);
  url.searchParams.sort();
  const path = decoded(url.pathname).replace(/\/+$/, '');
  const keepsIds = /\.id\.[0-9a-f]{24}$/.test(url.hash);
  return `${url.host}${path}${url.search}${keepsIds ? url.hash : ''}`;
};
