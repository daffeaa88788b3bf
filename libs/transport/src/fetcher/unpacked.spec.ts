import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { listen } from '../testing/loopback.js';
import type { Fetcher } from './fetcher.js';
import { FileFetcher } from './file-fetcher.js';
import { HttpFetcher } from './http-fetcher.js';
import { unpacked } from './unpacked.js';

const text = Array.from({ length: 900 }, (_none, at) => `<item><guid>${at}</guid></item>`).join('');
const bodyOf = async (fetcher: Fetcher, url: string): Promise<string> => {
  const result = await fetcher.fetch({ url });
  return result.status === 'fetched' ? Buffer.from(result.body).toString() : result.status;
};

describe('a document that is gzip once HTTP’s own coding is off', () => {
  it.each([
    ['once', gzipSync(text)],
    ['twice', gzipSync(gzipSync(text))],
  ])('is unpacked: %s', (_, packed) => {
    expect(Buffer.from(unpacked(packed)).toString()).toBe(text);
  });

  it('is so however it comes', async () => {
    const packed = gzipSync(text);
    const folder = mkdtempSync(join(tmpdir(), 'relais-packed-'));
    const server = await listen((_request, response) => response.end(packed));
    try {
      const file = join(folder, 'feed.xml.gz');
      writeFileSync(file, packed);
      expect(await bodyOf(new FileFetcher(), pathToFileURL(file).href)).toBe(text);
      const fetcher = new HttpFetcher({ userAgent: 'Relais/test', allowPrivate: true });
      expect(await bodyOf(fetcher, server.origin)).toBe(text);
    } finally {
      await server.close();
      rmSync(folder, { recursive: true });
    }
  });

  it('is unpacked as far as it goes', () => {
    const packed = gzipSync(text);
    const found = Buffer.from(unpacked(packed.subarray(0, packed.length / 2))).toString();
    expect(found.length).toBeGreaterThan(100);
    expect(text.startsWith(found)).toBe(true);
  });

  it('stays as it is where it is packed more often, or only begins like gzip', () => {
    const inner = gzipSync(text);
    expect(Buffer.from(unpacked(gzipSync(gzipSync(inner))))).toEqual(inner);
    const like = Uint8Array.from([0x1f, 0x8b, 8, 0xff, 9, 9, 9, 9, 9, 9, 9, 9]);
    expect(Buffer.from(unpacked(like))).toEqual(Buffer.from(like));
  });

  it.each([
    ['more than 10 MB', gzipSync(randomBytes(10_000_001), { level: 1 })],
    ['more than 200 times', gzipSync(new Uint8Array(9_000_000))],
    ['more than 200 times', gzipSync(gzipSync(new Uint8Array(9_000_000)))],
    ['more than 10 MB', gzipSync(new Uint8Array(200_000_000), { level: 1 })],
  ])('is refused where it unfolds to %s', (reason, packed) => {
    expect(() => unpacked(packed)).toThrow(reason);
  });
});
