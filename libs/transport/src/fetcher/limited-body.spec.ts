import { randomFillSync } from 'node:crypto';
import { once } from 'node:events';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { brotliCompressSync, constants, deflateSync, gzipSync } from 'node:zlib';
import { listen, type Loopback } from '../testing/loopback.js';
import { FetchFailed, type FetchResult } from './fetcher.js';
import { HttpFetcher } from './http-fetcher.js';

const limit = 10_000_000;
const fetcher = new HttpFetcher({ userAgent: 'Relais/test', allowPrivate: true });
const brotli = (bytes: Uint8Array): Buffer =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } });
/** A byte more than a document may have, a tenth of which cannot be compressed: an ordinary document. */
const ordinary = Buffer.alloc(limit + 1);
for (let at = 0; at < limit; at += 10_000) randomFillSync(ordinary, at, 1_000);
const gzip = (bytes: Uint8Array): Buffer => gzipSync(bytes, { level: 1 });
const codings = [
  ['gzip', gzip],
  ['x-gzip', gzip],
  ['br', brotli],
  ['deflate', (bytes: Uint8Array): Buffer => deflateSync(bytes, { level: 1 })],
] as const;
const text = 'Œuvre « à » Lille\n'.repeat(1_000);

describe('a document', () => {
  let server: Loopback | undefined;
  afterEach(() => server?.close());

  /** What comes of a document that is sent like this. */
  const sent = async (coding: string | undefined, ...parts: Uint8Array[]): Promise<FetchResult> => {
    server = await listen((_request, response) => {
      response.writeHead(200, coding === undefined ? {} : { 'content-encoding': coding });
      for (const part of parts) response.write(part);
      response.end();
    });
    return fetcher.fetch({ url: server.origin });
  };
  const bodyOf = (result: FetchResult): Buffer => Buffer.from(result.status === 'fetched' ? result.body : []);
  const failure = (error: unknown): FetchFailed => {
    expect(error).toBeInstanceOf(FetchFailed);
    return error as FetchFailed;
  };

  it.each([...codings, ['identity', Buffer.from] as const, [' GZIP ', gzipSync] as const])(
    'is decoded: %j',
    async (coding, encode) => {
      expect(bodyOf(await sent(coding, encode(Buffer.from(text)))).toString()).toBe(text);
    },
  );

  it.each(codings)('of ten million bytes is brought, and none of a byte more: %s', async (coding, encode) => {
    expect(bodyOf(await sent(coding, encode(ordinary.subarray(0, limit))))).toHaveLength(limit);
    await server?.close();
    const error = failure(await sent(coding, encode(ordinary)).catch((thrown: unknown) => thrown));
    expect(error).toMatchObject({ code: 'too-large', message: 'more than 10 MB, the rest was not read' });
  });

  it.each([['gzip', 50_000_000, gzipSync] as const, ['br', 50_000_000, brotli] as const])(
    'that unfolds to much more than it may be is left at the limit, in bounded memory: %s of %d bytes',
    async (coding, size, encode) => {
      const bomb = encode(Buffer.alloc(size));
      expect(bomb.length).toBeLessThan(limit / 50);
      const before = process.memoryUsage.rss();
      const error = failure(await sent(coding, bomb).catch((thrown: unknown) => thrown));
      expect(error.code).toBe('too-large');
      expect(process.memoryUsage.rss() - before).toBeLessThan(60_000_000);
    },
  );

  it.each(codings)('that unfolds to more than 200 times what was sent is not read on: %s', async (coding, encode) => {
    const error = failure(await sent(coding, encode(Buffer.alloc(5_000_000))).catch((thrown: unknown) => thrown));
    expect(error).toMatchObject({ code: 'too-large', message: 'it unfolds to more than 200 times what was sent' });
  });

  it.each(codings)('that is small may unfold as it likes: %s', async (coding, encode) => {
    expect(bodyOf(await sent(coding, encode(Buffer.alloc(1_000_000))))).toHaveLength(1_000_000);
  });

  it('without end is left at the limit, and so is its connection', async () => {
    const closed = Promise.withResolvers<void>();
    server = await listen((_request, response) => {
      const more = (): void => {
        while (response.write(Buffer.alloc(65_536)));
      };
      response.on('drain', more).on('close', closed.resolve);
      more();
    });
    expect(failure(await fetcher.fetch({ url: server.origin }).catch((thrown: unknown) => thrown)).code).toBe(
      'too-large',
    );
    await closed.promise;
  });

  it('that comes in a million pieces takes no more room than it is large', async () => {
    setFlagsFromString('--expose-gc');
    const collectGarbage = runInNewContext('gc') as () => void;
    const held = (): number => {
      collectGarbage();
      const { heapUsed, arrayBuffers } = process.memoryUsage();
      return heapUsed + arrayBuffers;
    };
    const piece = Buffer.from('1\r\nx\r\n'.repeat(10_000));
    let grown = NaN;
    server = await listen(async ({ socket }) => {
      const before = held();
      socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n');
      for (let n = 0; n < 100; n++) if (!socket.write(piece)) await once(socket, 'drain');
      grown = held() - before;
      socket.end('0\r\n\r\n');
    });
    expect(bodyOf(await fetcher.fetch({ url: server.origin }))).toHaveLength(1_000_000);
    expect(grown).toBeLessThan(20_000_000);
  });

  it.each([
    ['gzip', Buffer.from(text)],
    ['br', Buffer.from(text)],
    ['gzip', brotli(Buffer.from(text))],
    ['br', gzipSync(text)],
    ['gzip', gzipSync(text).subarray(0, 60)],
    ['br', brotli(Buffer.from(text)).subarray(0, 20)],
  ])('is refused when it is not what it says, or not whole: %s %#', async (coding, bytes) => {
    const error = failure(await sent(coding, bytes).catch((thrown: unknown) => thrown));
    expect(error.code).toBe('unreachable');
    expect(error.message).toMatch(/^the document broke off: /);
  });

  it.each(['zstd', 'gzip, gzip', 'gzip, br', 'compress', 'constructor', 'gzip;q=1'])(
    'in a coding that was not asked for is refused: %s',
    async (coding) => {
      const error = failure(await sent(coding, gzipSync(text)).catch((thrown: unknown) => thrown));
      expect(error).toMatchObject({
        code: 'unreachable',
        message: `the server sent the coding «${coding}», which was not asked for`,
      });
    },
  );
});
