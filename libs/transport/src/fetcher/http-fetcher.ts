import { lookup as systemLookup, type LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { buildConnector, Client, type Dispatcher } from 'undici';
import { acceptFor } from './accept.js';
import { freshForOf, one, retryAfterOf, validatorsOf } from './answer-headers.js';
import { FetchFailed, Fetcher, type FetchRequest, type FetchResult } from './fetcher.js';
import { isForbidden } from './forbidden-addresses.js';
import type { HostTurns, Pace } from './host-turns.js';
import { limitedBody, type Slowest } from './limited-body.js';
import { MemoryHostTurns, type Timing } from './memory-host-turns.js';
import { PagePauses } from './page-pauses.js';
import { Robots } from './robots.js';
import { TimeAllowance } from './time-allowance.js';
import { forbidden, webAddress, type WebAddress } from './web-address.js';

export type HttpFetcherOptions = Readonly<{
  /** Product, version and where to complain. */
  userAgent: string;
  /** For tests and closed networks: addresses that are not public are reached too, or only those of the hosts named here. */
  allowPrivate?: boolean | readonly string[];
  /** How long one document may take in all, in milliseconds. */
  deadline?: number;
  lookup?: LookupFunction;
  /** Where others ask the same hosts; without it, this fetcher keeps turns of its own. */
  turns?: HostTurns;
  /** How often its own turns let it ask one host; this machine itself as often as one likes. */
  pace?: Pace;
  slowest?: Slowest;
  timing?: Timing;
}>;

const redirects = new Set([301, 302, 303, 307, 308]);
const forGood = new Set([301, 308]);
const mostRedirects = 5;
/** Of all headers together, in bytes. */
const largestHead = 16_384;

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

type Wanted = Pick<FetchRequest, 'validators' | 'prefers'>;
type Redirected = Readonly<{ status: 'redirected'; to: WebAddress; forGood: boolean }>;

/**
 * Fetches over HTTP as docs/politeness.md says: one request to a host at a time and not too often, one deadline for all,
 * a cap on what is decoded, redirects followed one by one and each address vetted.
 */
export class HttpFetcher extends Fetcher {
  readonly #connect: buildConnector.connector;
  readonly #turns: HostTurns;
  readonly #robots: Robots;
  readonly #pauses: PagePauses;

  constructor(private readonly options: HttpFetcherOptions) {
    super();
    const { lookup = systemLookup, pace, timing, turns, userAgent } = options;
    this.#connect = buildConnector({ lookup: vetted(lookup, this.#mayBePrivate), timeout: 10_000 });
    this.#turns = turns ?? new MemoryHostTurns(pace, timing);
    this.#pauses = new PagePauses(timing);
    this.#robots = new Robots(userAgent.split('/')[0] ?? '', async (url, signal) => {
      const robots = await this.#follow({ url, ...(signal && { signal }) });
      return robots.status === 'fetched' ? Buffer.from(robots.body).toString() : '';
    });
  }

  async fetch(asked: FetchRequest): Promise<FetchResult> {
    asked.signal?.throwIfAborted();
    const { url } = webAddress(asked.url, this.#mayBePrivate);
    if (asked.page) await this.#pauses.before(url.origin, await this.#robots.pauseAt(url, asked.signal), asked.signal);
    const result = await this.#follow(asked);
    // What it is shows only when it is here; a page that is not to be read is not read for that.
    if (result.status === 'fetched' && /^\s*(text\/html|application\/xhtml)/i.test(result.mediaType)) {
      const found = new URL(result.url);
      this.#pauses.after(found.origin, await this.#robots.pauseAt(found, asked.signal));
    }
    return result;
  }

  async #follow({ url, signal, ...wanted }: FetchRequest): Promise<FetchResult> {
    let address = webAddress(url, this.#mayBePrivate);
    let movedTo: string | undefined;
    let allForGood = true;
    const time = new TimeAllowance(this.options.deadline ?? 30_000);
    for (let hop = 0; hop <= mostRedirects; hop++) {
      const here = address;
      const answer = await this.#turns.take(here.url.host, signal, () =>
        this.#connected(here.url, (client) => time.spend(signal, (either) => this.#ask(client, here, wanted, either))),
      );
      if (answer.status !== 'redirected') return { ...answer, ...(movedTo && { movedTo }) };
      address = answer.to;
      allForGood &&= answer.forGood;
      if (allForGood) movedTo = address.url.href;
    }
    throw new FetchFailed('unreachable', `more than ${mostRedirects} redirects`);
  }

  /** A connection for one request, closed before the turn ends: nobody keeps one for an hour, and so there is never a second. */
  async #connected<Result>({ origin }: URL, ask: (client: Client) => Promise<Result>): Promise<Result> {
    const client = new Client(origin, { connect: this.#connect, maxHeaderSize: largestHead });
    try {
      return await ask(client);
    } finally {
      await client.destroy();
    }
  }

  async #ask(
    client: Client,
    address: WebAddress,
    wanted: Wanted,
    signal: AbortSignal,
  ): Promise<FetchResult | Redirected> {
    const response = await client.request({
      method: 'GET',
      path: address.url.pathname + address.url.search,
      headers: this.#headers(address, wanted),
      signal,
    });
    const { validators } = wanted;
    const { statusCode, headers, body } = response;
    const location = one(headers['location']);
    if (redirects.has(statusCode) && location !== undefined) {
      discard(body);
      return {
        status: 'redirected',
        to: webAddress(location, this.#mayBePrivate, address),
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
      body: await limitedBody(body, one(headers['content-encoding']), this.options.slowest),
      validators: given,
      ...(freshFor && { freshFor }),
    };
  }

  readonly #mayBePrivate = (host: string): boolean => {
    const { allowPrivate = false } = this.options;
    return typeof allowPrivate === 'boolean' ? allowPrivate : allowPrivate.includes(host);
  };

  #headers({ authorization }: WebAddress, { validators = {}, prefers }: Wanted): Record<string, string> {
    return {
      'user-agent': this.options.userAgent,
      accept: acceptFor(prefers),
      'accept-encoding': 'gzip, br',
      ...(authorization && { authorization }),
      ...(validators.etag && { 'if-none-match': validators.etag }),
      ...(validators.lastModified && { 'if-modified-since': validators.lastModified }),
    };
  }
}

/** Closed at once: a server could go on sending the body of an error for ever. */
const discard = (body: Dispatcher.ResponseData['body']): void => {
  body.on('error', () => undefined).destroy();
};
