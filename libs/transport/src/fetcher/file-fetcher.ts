import { open } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FetchFailed, Fetcher, type FetchRequest, type FetchResult } from './fetcher.js';
import { largest } from './limited-body.js';

const mediaTypes: Readonly<Record<string, string>> = {
  '.ics': 'text/calendar',
  '.json': 'application/json',
  '.rss': 'application/rss+xml',
  '.atom': 'application/atom+xml',
  '.xml': 'application/xml',
};

/** Reads `file:` URLs: samples, and documents that an organiser exported by hand. */
export class FileFetcher extends Fetcher {
  async fetch({ url, validators }: FetchRequest): Promise<FetchResult> {
    const path = fileURLToPath(url);
    const file = await open(path).catch((error: NodeJS.ErrnoException) => {
      throw new FetchFailed('unreachable', `${path} cannot be read: ${error.code ?? error.message}`, { cause: error });
    });
    try {
      const { size, mtimeNs } = await file.stat({ bigint: true });
      const etag = `"${size}-${mtimeNs}"`;
      if (validators?.etag === etag) return { status: 'not-modified' };
      if (size > BigInt(largest))
        throw new FetchFailed('too-large', `${path} is larger than ${largest / 1_000_000} MB`);
      const mediaType = mediaTypes[extname(path).toLowerCase()] ?? '';
      return { status: 'fetched', url, mediaType, body: await file.readFile(), validators: { etag } };
    } finally {
      await file.close();
    }
  }
}
