import type { Client, Dispatcher } from 'undici';
import { acceptFor } from './accept.js';
import { freshForOf, one, retryAfterOf, validatorsOf } from './answer-headers.js';
import { FetchFailed, type FetchRequest, type FetchResult } from './fetcher.js';
import { limitedBody, type Slowest } from './limited-body.js';
import { webAddress, type WebAddress } from './web-address.js';

const redirects = new Set([301, 302, 303, 307, 308]);
const forGood = new Set([301, 308]);

/** What is wanted of an address, wherever it leads. */
export type Wanted = Pick<FetchRequest, 'validators' | 'prefers'>;
export type Redirected = Readonly<{ status: 'redirected'; to: WebAddress; forGood: boolean }>;

type Question = Readonly<{
  address: WebAddress;
  wanted: Wanted;
  userAgent: string;
  slowest: Slowest | undefined;
  mayBePrivate: (host: string) => boolean;
  signal: AbortSignal;
}>;

const headersFor = (
  { authorization }: WebAddress,
  { validators = {}, prefers }: Wanted,
  userAgent: string,
): Record<string, string> => ({
  'user-agent': userAgent,
  accept: acceptFor(prefers),
  'accept-encoding': 'gzip, br',
  ...(authorization && { authorization }),
  ...(validators.etag && { 'if-none-match': validators.etag }),
  ...(validators.lastModified && { 'if-modified-since': validators.lastModified }),
});

/** Asks once, and resolves to what the server says; rejects with {@link FetchFailed} where that is no answer. */
export const exchange = async (
  client: Client,
  { address, wanted, userAgent, slowest, mayBePrivate, signal }: Question,
): Promise<FetchResult | Redirected> => {
  const response = await client.request({
    method: 'GET',
    path: address.url.pathname + address.url.search,
    headers: headersFor(address, wanted, userAgent),
    signal,
  });
  const { validators } = wanted;
  const { statusCode, headers, body } = response;
  const location = one(headers['location']);
  if (redirects.has(statusCode) && location !== undefined) {
    discard(body);
    return {
      status: 'redirected',
      to: webAddress(location, mayBePrivate, address),
      forGood: forGood.has(statusCode),
    };
  }
  const freshFor = freshForOf(headers);
  const given = validatorsOf(headers);
  // Without validators there is nothing that it could be unmodified since.
  if (statusCode === 304 && (validators?.etag || validators?.lastModified)) {
    await body.dump();
    const renewed = given.etag || given.lastModified ? { validators: { ...validators, ...given } } : {};
    return { status: 'not-modified', ...renewed, ...(freshFor && { freshFor }) };
  }
  if (statusCode < 200 || statusCode > 299) {
    discard(body);
    const retryAfter = retryAfterOf(headers);
    throw new FetchFailed('http-status', `the server answered HTTP ${statusCode}`, {
      status: statusCode,
      host: address.url.host,
      ...(retryAfter && { retryAfter }),
    });
  }
  return {
    status: 'fetched',
    // Not where a Content-Location says, though RFC 2616 took that for the base of relative addresses: since RFC 7231 (appendix B)
    // it is none, as it broke those of negotiated documents. Browsers and readers go by where they asked, and so do authors; and
    // what else is told by this address (whose host speaks, which agenda was asked for) it could only confuse.
    url: address.url.href,
    mediaType: one(headers['content-type']) ?? '',
    body: await limitedBody(body, one(headers['content-encoding']), slowest),
    validators: given,
    ...(freshFor && { freshFor }),
  };
};

/** Closed at once: a server could go on sending the body of an error for ever. */
const discard = (body: Dispatcher.ResponseData['body']): void => {
  body.on('error', () => undefined).destroy();
};
