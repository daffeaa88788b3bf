import { FetchFailed } from './fetcher.js';
import { isForbidden } from './forbidden-addresses.js';

/** An address as it goes over the wire: without a fragment, its name and password taken out into a header. */
export type WebAddress = Readonly<{ url: URL; authorization?: string }>;

export const forbidden = (host: string, address: string): FetchFailed =>
  new FetchFailed('forbidden-address', `${host} is at ${address}, which is not a public address`);

/** For messages, which end up on pages and in logs. */
export const withoutPassword = (text: string): string => text.replace(/\/\/[^/?#]*@/g, '//');

/**
 * The address that a text gives, from a redirect's own address on. A literal address never reaches the name look-up, so
 * it is vetted here; the URL parser has made it canonical.
 */
export const webAddress = (text: string, mayBePrivate: (host: string) => boolean, from?: WebAddress): WebAddress => {
  const url = URL.parse(text, from?.url);
  if (url === null || !['http:', 'https:'].includes(url.protocol))
    throw new FetchFailed('unreachable', `«${withoutPassword(text)}» is not an http or https address`);
  if (from?.url.protocol === 'https:' && url.protocol === 'http:')
    throw new FetchFailed('unreachable', `the redirect to ${url.origin} would leave https, and is not followed`);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const literal = /^[\d.]+$/.test(host) || host.includes(':');
  if (literal && !mayBePrivate(url.hostname) && isForbidden(host)) throw forbidden(url.hostname, host);
  // Who was given a password does not pass it on to another host.
  const authorization = authorizationOf(url) ?? (from?.url.origin === url.origin ? from.authorization : undefined);
  url.username = url.password = url.hash = '';
  return { url, ...(authorization && { authorization }) };
};

const authorizationOf = ({ username, password }: URL): string | undefined =>
  username === '' && password === ''
    ? undefined
    : `Basic ${Buffer.from(`${decoded(username)}:${decoded(password)}`).toString('base64')}`;

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};
