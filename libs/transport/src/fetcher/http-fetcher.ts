import { lookup as systemLookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { exchange } from './exchange.js';
import { FetchFailed, Fetcher, type FetchRequest, type FetchResult } from './fetcher.js';
import type { HostTurns, Pace } from './host-turns.js';
import type { Slowest } from './limited-body.js';
import { MemoryHostTurns, type Timing } from './memory-host-turns.js';
import { PagePauses } from './page-pauses.js';
import { Robots } from './robots.js';
import { TimeAllowance } from './time-allowance.js';
import { VettedConnections } from './vetted-connections.js';
import { webAddress } from './web-address.js';

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

const mostRedirects = 5;

/**
 * Fetches over HTTP as docs/politeness.md says: one request to a host at a time and not too often, one deadline for all,
 * a cap on what is decoded, redirects followed one by one and each address vetted.
 */
export class HttpFetcher extends Fetcher {
  readonly #connections: VettedConnections;
  readonly #turns: HostTurns;
  readonly #robots: Robots;
  readonly #pauses: PagePauses;

  constructor(private readonly options: HttpFetcherOptions) {
    super();
    const { lookup = systemLookup, pace, timing, turns, userAgent } = options;
    this.#connections = new VettedConnections(lookup, this.#mayBePrivate);
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
    const { userAgent, slowest } = this.options;
    const asking = { userAgent, slowest, mayBePrivate: this.#mayBePrivate };
    let movedTo: string | undefined;
    let allForGood = true;
    const time = new TimeAllowance(this.options.deadline ?? 30_000);
    for (let hop = 0; hop <= mostRedirects; hop++) {
      const here = address;
      const answer = await this.#turns.take(here.url.host, signal, () =>
        this.#connections.during(here.url, (client) =>
          time.spend(signal, (either) => exchange(client, { address: here, wanted, ...asking, signal: either })),
        ),
      );
      if (answer.status !== 'redirected') return { ...answer, ...(movedTo && { movedTo }) };
      address = answer.to;
      allForGood &&= answer.forGood;
      if (allForGood) movedTo = address.url.href;
    }
    throw new FetchFailed('unreachable', `more than ${mostRedirects} redirects`);
  }

  readonly #mayBePrivate = (host: string): boolean => {
    const { allowPrivate = false } = this.options;
    return typeof allowPrivate === 'boolean' ? allowPrivate : allowPrivate.includes(host);
  };
}
