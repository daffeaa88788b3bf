import { FetchFailed } from './fetcher.js';
import { robotsRules, type RobotsRules } from './robots-rules.js';

const lasts = 86_400_000;
const mostSites = 500;

const everything: RobotsRules = { allows: () => true, pause: 0 };

/** What sites say in their robots.txt, each asked once a day. Feeds and calendars are published to be polled: only pages are asked for. */
export class Robots {
  readonly #sites = new Map<string, { at: number; rules: RobotsRules }>();

  /** `text` brings a robots.txt, or rejects as a Fetcher does. */
  constructor(
    private readonly product: string,
    private readonly text: (url: string, signal?: AbortSignal) => Promise<string>,
  ) {}

  /** How many seconds the site wants between two pages. Rejects with FetchFailed where it does not want this one to be read by programs. */
  async pauseAt({ origin, pathname, search }: URL, signal?: AbortSignal): Promise<number> {
    const rules = await this.#rulesOf(origin, signal);
    if (!rules.allows(pathname + search))
      throw new FetchFailed('unreachable', `the robots.txt of ${origin} asks programs not to read this page`);
    return rules.pause;
  }

  async #rulesOf(origin: string, signal?: AbortSignal): Promise<RobotsRules> {
    const known = this.#sites.get(origin);
    if (known && Date.now() - known.at < lasts) return known.rules;
    const rules = await this.#asked(origin, signal);
    if (this.#sites.size >= mostSites) this.#sites.clear();
    this.#sites.set(origin, { at: Date.now(), rules });
    return rules;
  }

  /** Where there is none, all is allowed; where the server fails, nothing is known, and that is not remembered (RFC 9309). */
  async #asked(origin: string, signal?: AbortSignal): Promise<RobotsRules> {
    try {
      return robotsRules(await this.text(`${origin}/robots.txt`, signal), this.product);
    } catch (error) {
      if (!(error instanceof FetchFailed)) throw error;
      const { status, retryAfter, host } = error;
      // One who was asked too often says nothing of what may be read (RFC 9309 does not know of it).
      if (status !== undefined && status < 500 && status !== 429) return everything;
      throw new FetchFailed(
        'unreachable',
        `whether programs may read this page is not known: ${origin}/robots.txt: ${error.message}`,
        { cause: error, ...(status && { status }), ...(retryAfter && { retryAfter }), ...(host && { host }) },
      );
    }
  }
}
