import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Fetcher } from '../fetcher/fetcher.js';
import type { Shelf } from './fetcher.conformance.js';
import { listen } from './loopback.js';

/** Documents as files in a folder. */
export const folderShelf = async (fetcher: Fetcher): Promise<Shelf> => {
  const folder = await mkdtemp(join(tmpdir(), 'relais-shelf-'));
  return {
    fetcher,
    show: async (name, document) => {
      await writeFile(join(folder, name), document);
      return pathToFileURL(join(folder, name)).href;
    },
    close: () => rm(folder, { recursive: true }),
  };
};

const mediaTypes: Readonly<Record<string, string>> = { ics: 'text/calendar', json: 'application/json' };

/** Documents on a server that keeps to HTTP: an ETag each, 304 to who has it, 404 for what is not there. */
export const serverShelf = async (fetcher: Fetcher): Promise<Shelf> => {
  const documents = new Map<string, Uint8Array>();
  const server = await listen(({ url = '', headers }, response) => {
    const document = documents.get(url);
    if (document === undefined) return response.writeHead(404).end('nothing here');
    const etag = `"${createHash('sha256').update(document).digest('hex')}"`;
    if (headers['if-none-match'] === etag) return response.writeHead(304).end();
    const type = mediaTypes[url.replace(/^.*\./, '')] ?? 'application/xml';
    return response.writeHead(200, { 'content-type': type, etag }).end(document);
  });
  return {
    fetcher,
    show: async (name, document) => {
      documents.set(`/${name}`, document);
      return `${server.origin}/${name}`;
    },
    close: server.close,
  };
};
