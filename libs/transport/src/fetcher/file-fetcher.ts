import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FetchFailed, Fetcher, type FetchRequest, type FetchResult } from './fetcher.js';
import { limitedBody } from './limited-body.js';
import { largest } from './size-limits.js';

const mediaTypes: Readonly<Record<string, string>> = {
  '.ics': 'text/calendar',
  '.json': 'application/json',
  '.rss': 'application/rss+xml',
  '.atom': 'application/atom+xml',
  '.xml': 'application/xml',
};

/** Reads `file:` URLs: samples, and documents that an organiser exported by hand. */
export class FileFetcher extends Fetcher {
  async fetch({ url, validators, signal }: FetchRequest): Promise<FetchResult> {
    signal?.throwIfAborted();
    const path = pathOf(url);
    const file = await opened(path);
    try {
      const stat = await file.stat({ bigint: true });
      if (!stat.isFile()) throw new FetchFailed('unreachable', `${path} is not a file`);
      const etag = `"${stat.size}-${stat.mtimeNs}"`;
      if (validators?.etag === etag) return { status: 'not-modified' };
      if (stat.size > BigInt(largest))
        throw new FetchFailed('too-large', `${path} is larger than ${largest / 1_000_000} MB`);
      const mediaType = mediaTypes[extname(path).toLowerCase()] ?? '';
      // Read with the cap all the same: a file may grow meanwhile.
      const body = await limitedBody(file.createReadStream({ autoClose: false }));
      signal?.throwIfAborted();
      return { status: 'fetched', url, mediaType, body, validators: { etag } };
    } finally {
      await file.close();
    }
  }
}

const pathOf = (url: string): string => {
  try {
    return fileURLToPath(url);
  } catch (error) {
    throw new FetchFailed('unreachable', `«${url}» is not the address of a file on this machine`, { cause: error });
  }
};

/** Without blocking: a named pipe that nobody writes to would be waited for without end. */
const opened = (path: string): Promise<FileHandle> =>
  open(path, constants.O_RDONLY | constants.O_NONBLOCK).catch((error: NodeJS.ErrnoException) => {
    throw new FetchFailed('unreachable', `${path} cannot be read: ${error.code ?? error.message}`, { cause: error });
  });
