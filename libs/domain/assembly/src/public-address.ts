/** Names in a query that hold what only its owner may know. */
const secretNames =
  /^(access_?token|auth(_?token)?|token|private_?token|api_?key|apikey|secret|pass(word|wd)?|pwd|sig(nature)?)$/i;

/** The secret address of an agenda of Google's. */
const secretPaths = /\/private-[0-9a-f]{16,}\b/i;

/**
 * What of an address is nobody else's business, in words; undefined where there is nothing. What is recorded is for ever and for
 * everybody, so that such an address belongs into the configuration.
 */
export const secretIn = (url: URL): string | undefined => {
  if (url.username !== '' || url.password !== '') return 'a name or password';
  const named = [...url.searchParams.keys()].find((name) => secretNames.test(name));
  if (named !== undefined) return `«${named}»`;
  return secretPaths.test(url.pathname) ? 'a private part of its path' : undefined;
};

/** The address as it is recorded: http(s) and without its fragment; undefined for anything else. */
export const publicAddress = (written: string): URL | undefined => {
  const url = URL.parse(written);
  if (url === null || !['http:', 'https:'].includes(url.protocol)) return undefined;
  url.hash = '';
  return url;
};

/** Equal for two spellings of what one server takes as one address. */
export const addressKey = (written: string): string => {
  const url = publicAddress(written);
  if (url === undefined) return written;
  const host = url.hostname.replace(/^www\./, '').replace(/\.$/, '');
  const port = url.port === '' ? '' : `:${url.port}`;
  return `${host}${port}${url.pathname.replace(/\/+$/, '')}${url.search}`;
};
