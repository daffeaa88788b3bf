import { secretIn } from '@relais/assembly';

/** What somebody typed or pasted, understood: an address of the web, the name of an account, or why it is neither. */
export type TypedAddress =
  | Readonly<{ url: URL; /** Nobody said which scheme. */ schemeGuessed: boolean }>
  | Readonly<{ account: Readonly<{ user: string; host: string }> }>
  | Readonly<{ refused: string }>;

const account = /^(?:@|acct:@?)([\w.-]{1,100})@([\w.-]{1,200}(?::\d{1,5})?)$/i;
/** A scheme, and no host with a port. */
const scheme = /^[a-z][a-z0-9+.-]{0,30}:(?!\d)/i;

export const typedAddress = (typed: string): TypedAddress => {
  const text = typed.trim().replace(/^[<"'«]\s*|\s*[>"'»]$/g, '');
  const [, user, host] = account.exec(text) ?? [];
  if (user !== undefined && host !== undefined) return { account: { user, host } };
  if (/^[^\s/@]+@[^\s/@]+$/.test(text))
    return { refused: 'an e-mail address is nothing to read; an account is written @name@host' };
  // Feed readers and calendars have schemes of their own for the web.
  const written = text
    .replace(/^(webcals?|feed):(\/\/)?(?=https?:)/i, '')
    .replace(/^(webcals?|feed):(\/\/)?/i, 'https://');
  const schemeGuessed = !scheme.test(written);
  const url = URL.parse(schemeGuessed ? `https://${written}` : written);
  if (url === null || text === '' || /\s/.test(text))
    return { refused: `«${typed.trim().slice(0, 100)}» is no address` };
  if (!['http:', 'https:'].includes(url.protocol))
    return { refused: `only http and https can be read, not ${url.protocol}` };
  if (schemeGuessed && !/[.:]/.test(url.host)) return { refused: `«${text.slice(0, 100)}» is no address` };
  const secret = secretIn(url);
  if (secret !== undefined)
    return { refused: `the address holds ${secret}: the log is for everybody; name the source in relais.yaml instead` };
  return { url, schemeGuessed };
};
