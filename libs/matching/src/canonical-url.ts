import { platforms } from './platform-urls.js';

/** A host that changed its name. */
export type DomainAlias = Readonly<{ old: string; new: string }>;

/** Parameters that say where a reader came from, never what is read. */
const tracking = /^((utm|mtm|pk|piwik|matomo|_hs)_?\w+|fbclid|gclid|msclkid|igshid|mc_cid|mc_eid|share|ref|source)$/i;

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

const withoutTracking = (url: URL): void => {
  for (const name of [...url.searchParams.keys()]) if (tracking.test(name)) url.searchParams.delete(name);
  url.searchParams.sort();
};

const pathOf = ({ pathname }: URL): string => {
  const path = decoded(pathname).normalize('NFC').replace(/\/+$/, '');
  return path.startsWith('/wiki/') ? path.replaceAll(' ', '_') : path;
};

/**
 * One name for all addresses of a page: without scheme, `www.`, tracking and trailing slash, on the present host.
 * A fragment stays only where it carries an id. Undefined for what is no http(s) URL.
 */
export const canonicalUrl = (text: string, aliases: readonly DomainAlias[] = []): string | undefined => {
  const url = URL.parse(text.trim());
  if (url === null || !['http:', 'https:'].includes(url.protocol)) return undefined;
  const plain = url.hostname.replace(/^www\.(?=.)/, '');
  url.hostname = aliases.find(({ old }) => old === plain)?.new ?? plain;
  withoutTracking(url);
  for (const { host, rewrite } of platforms) if (host.test(url.hostname)) rewrite(url);
  const keepsId = /\.id\.[0-9a-f]{24}$/.test(url.hash);
  return `${url.host}${pathOf(url)}${url.search}${keepsId ? url.hash : ''}`;
};
