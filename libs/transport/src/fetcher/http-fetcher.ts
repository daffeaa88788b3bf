import { lookup as systemLookup, type LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { Agent, request, type Dispatcher } from 'undici';
import { FetchFailed, Fetcher, type FetchRequest, type FetchResult, type Validators } from './fetcher.js';
import { isForbidden } from './forbidden-addresses.js';
import { limitedBody } from './limited-body.js';

export type HttpFetcherOptions = Readonly<{
  /** Product, version and where to complain. */
  userAgent: string;
  /** For tests and closed networks: addresses that are not public are reached too, or only those of the hosts named here. */
  allowPrivate?: boolean | readonly string[];
  /** How long one document may take in all, in milliseconds. */
  deadline?: number;
  lookup?: LookupFunction;
}>;

const redirects = new Set([301, 302, 303, 307, 308]);
const mostRedirects = 5;

const forbidden = (host: string, address: string): FetchFailed =>
  new FetchFailed('forbidden-address', `${host} is at ${address}, which is not a public address`);

/** The names' addresses, vetted where they are used, so that no name can point elsewhere between a check and the connection. */
const vetted =
  (lookup: LookupFunction, mayBePrivate: (host: string) => boolean): LookupFunction =>
  (host, options, done) =>
    lookup(host, options, (error, address, family) => {
      if (error) return done(error, address, family);
      const addresses: readonly string[] = Array.isArray(address)
        ? address.map((one: LookupAddress) => one.address)
        : [address];
      const bad = mayBePrivate(host) ? undefined : addresses.find(isForbidden);
      const refusal = bad === undefined ? undefined : forbidden(host, bad);
      const nowhere = addresses.length === 0 ? new Error(`${host} has no address`) : undefined;
      done(refusal ?? nowhere ?? null, address, family);
    });

/** Fetches over HTTP: one deadline for all, a cap on what is decoded, redirects followed one by one and each address vetted. */
export class HttpFetcher extends Fetcher {
  readonly #agent: Agent;

  constructor(private readonly options: HttpFetcherOptions) {
    super();
    const { lookup = systemLookup } = options;
    this.#agent = new Agent({
      connect: { lookup: vetted(lookup, (host) => this.#mayBePrivate(host)), timeout: 10_000 },
    });
  }

  async fetch({ url, validators, signal }: FetchRequest): Promise<FetchResult> {
    const seconds = (this.options.deadline ?? 30_000) / 1_000;
    const deadline = AbortSignal.timeout(seconds * 1_000);
    const either = signal ? AbortSignal.any([deadline, signal]) : deadline;
    signal?.throwIfAborted();
    try {
      return await Promise.race([this.#follow(url, validators, either), abortOf(either)]);
    } catch (error) {
      signal?.throwIfAborted();
      if (deadline.aborted)
        throw new FetchFailed('timeout', `no complete answer within ${seconds} s`, { cause: error });
      throw failureOf(error);
    }
  }

  async #follow(start: string, validators: Validators | undefined, signal: AbortSignal): Promise<FetchResult> {
    let url = this.#allowed(start);
    for (let hop = 0; hop <= mostRedirects; hop++) {
      const response = await request(url, { dispatcher: this.#agent, headers: this.#headers(validators), signal });
      const { statusCode, headers, body } = response;
      const location = one(headers['location']);
      if (redirects.has(statusCode) && location !== undefined) {
        discard(body);
        url = this.#allowed(location, url);
        continue;
      }
      // Without validators there is nothing that it could be unmodified since.
      if (statusCode === 304 && (validators?.etag || validators?.lastModified)) {
        await body.dump();
        return { status: 'not-modified' };
      }
      if (statusCode < 200 || statusCode > 299) {
        discard(body);
        throw new FetchFailed('http-status', `the server answered HTTP ${statusCode}`);
      }
      return {
        status: 'fetched',
        url,
        mediaType: one(headers['content-type']) ?? '',
        body: await limitedBody(body, one(headers['content-encoding'])),
        validators: validatorsOf(headers),
      };
    }
    throw new FetchFailed('unreachable', `more than ${mostRedirects} redirects`);
  }

  /** A literal address never reaches the name look-up, so it is vetted here; the URL parser has made it canonical. */
  #allowed(text: string, base?: string): string {
    const url = URL.parse(text, base);
    if (url === null || !['http:', 'https:'].includes(url.protocol))
      throw new FetchFailed('unreachable', `«${text}» is not an http or https address`);
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const literal = /^[\d.]+$/.test(host) || host.includes(':');
    if (literal && !this.#mayBePrivate(url.hostname) && isForbidden(host)) throw forbidden(url.hostname, host);
    return url.href;
  }

  #mayBePrivate(host: string): boolean {
    const { allowPrivate = false } = this.options;
    return typeof allowPrivate === 'boolean' ? allowPrivate : allowPrivate.includes(host);
  }

  #headers(validators: Validators = {}): Record<string, string> {
    return {
      'user-agent': this.options.userAgent,
      accept: 'application/atom+xml, application/rss+xml, text/calendar, application/feed+json, */*;q=0.5',
      'accept-encoding': 'gzip, br',
      ...(validators.etag && { 'if-none-match': validators.etag }),
      ...(validators.lastModified && { 'if-modified-since': validators.lastModified }),
    };
  }
}

/** Rejects when it comes: undici itself does not heed a signal before the connection stands. */
const abortOf = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });

/** Closed at once: a server could go on sending the body of an error for ever. */
const discard = (body: Dispatcher.ResponseData['body']): void => {
  body.on('error', () => undefined).destroy();
};

const one = (header: string | string[] | undefined): string | undefined => (Array.isArray(header) ? header[0] : header);

const validatorsOf = (headers: Dispatcher.ResponseData['headers']): Validators => {
  const [etag, lastModified] = [one(headers['etag']), one(headers['last-modified'])];
  return { ...(etag && { etag }), ...(lastModified && { lastModified }) };
};

const failureOf = (error: unknown): FetchFailed => {
  if (error instanceof FetchFailed) return error;
  const cause = (error as Error).cause;
  if (cause instanceof FetchFailed) return cause;
  return new FetchFailed('unreachable', `no connection: ${(error as Error).message}`, { cause: error });
};
