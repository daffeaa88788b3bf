import { FetchFailed, Fetcher, type FetchRequest, type FetchResult } from './fetcher.js';
import { withoutPassword } from './web-address.js';

/** Chooses a fetcher by the URL's scheme, such as `https:`. */
export class SchemeFetcher extends Fetcher {
  constructor(private readonly fetchers: Readonly<Record<string, Fetcher>>) {
    super();
  }

  async fetch(request: FetchRequest): Promise<FetchResult> {
    const scheme = URL.parse(request.url)?.protocol ?? '';
    const fetcher = this.fetchers[scheme];
    if (fetcher === undefined)
      throw new FetchFailed(
        'unreachable',
        `«${withoutPassword(request.url)}» cannot be fetched: only ${Object.keys(this.fetchers).join(' ')} can`,
      );
    return fetcher.fetch(request);
  }
}
