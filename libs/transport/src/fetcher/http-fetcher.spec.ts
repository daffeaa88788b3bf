import type { RequestListener } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { serverShelf } from '../testing/document-shelf.js';
import { describeFetcher } from '../testing/fetcher.conformance.js';
import { listen, type Loopback } from '../testing/loopback.js';
import { FetchFailed, type FetchResult } from './fetcher.js';
import { HttpFetcher, type HttpFetcherOptions } from './http-fetcher.js';

const userAgent = 'Relais/0.1 (+https://relais.test/sources)';
const fetcher = new HttpFetcher({ userAgent, allowPrivate: true });
const hasty = (options: Partial<HttpFetcherOptions> = {}) =>
  new HttpFetcher({ userAgent, allowPrivate: true, deadline: 300, ...options });

describeFetcher('the web', () => serverShelf(fetcher), { missing: 'http-status' });

describe('fetching over HTTP', () => {
  const servers: { close(): Promise<void> }[] = [];
  afterEach(async () => {
    for (const server of servers.splice(0)) await server.close();
  });

  const serving = async (answer: RequestListener): Promise<Loopback> => {
    const server = await listen(answer);
    servers.push(server);
    return server;
  };
  /** A server that writes these bytes to whoever connects, and then ends the connection or leaves it open. */
  const speaking = async (bytes: string, then: 'ends' | 'waits' | 'breaks'): Promise<string> => {
    const server = createServer((socket) => {
      socket
        .on('error', () => undefined)
        .once('data', () => {
          if (then === 'ends') socket.end(bytes, 'latin1');
          else socket.write(bytes, 'latin1', () => then === 'breaks' && socket.resetAndDestroy());
        });
      open.add(socket);
    });
    const open = new Set<{ destroy(): void }>();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    servers.push({
      close: async () => {
        for (const socket of open) socket.destroy();
        server.close();
        await once(server, 'close');
      },
    });
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  };
  const failure = async (fetching: Promise<FetchResult>): Promise<FetchFailed> => {
    const error: unknown = await fetching.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(FetchFailed);
    return error as FetchFailed;
  };

  const bodyOf = (result: FetchResult): string =>
    result.status === 'fetched' ? Buffer.from(result.body).toString() : result.status;

  it('says who asks, and what is understood', async () => {
    const { origin, requests } = await serving((_request, response) => response.end('x'));
    await fetcher.fetch({ url: origin });
    expect(requests[0]?.headers).toMatchObject({ 'user-agent': userAgent, 'accept-encoding': 'gzip, br' });
    expect(requests[0]?.headers).not.toHaveProperty('if-none-match');
    expect(requests[0]?.headers).not.toHaveProperty('if-modified-since');
  });

  it.each(['"plain"', 'W/"weak"', 'unquoted', '"a b\tc"', '"it\'s, «Ã©»"', '"\xe9\xff"', '"\\""'])(
    'sends validators back byte for byte: ETag %s',
    async (etag) => {
      const seen: (string | undefined)[] = [];
      const { origin } = await serving(({ headers }, response) => {
        seen.push(headers['if-none-match'], headers['if-modified-since']);
        if (headers['if-none-match'] === etag) response.writeHead(304).end();
        else response.writeHead(200, { etag, 'last-modified': 'yesterday, 25:61' }).end('x');
      });
      const first = await fetcher.fetch({ url: origin });
      if (first.status !== 'fetched') throw new Error('not fetched');
      expect(await fetcher.fetch({ url: origin, validators: first.validators })).toEqual({ status: 'not-modified' });
      expect(seen).toEqual([undefined, undefined, etag, 'yesterday, 25:61']);
    },
  );

  it('takes over the validators that come with «not modified»', async () => {
    const server = await serving((_request, response) => response.writeHead(304, { 'last-modified': 'today' }).end());
    const validators = { etag: '"1"', lastModified: 'yesterday' };
    expect(await fetcher.fetch({ url: server.origin, validators })).toMatchObject({
      validators: { etag: '"1"', lastModified: 'today' },
    });
  });

  it('does not take «not modified» from a server that was not asked', async () => {
    const { origin } = await serving((_request, response) => response.writeHead(304).end());
    expect(await failure(fetcher.fetch({ url: origin }))).toMatchObject({ code: 'http-status' });
  });

  it.each([400, 401, 403, 404, 410, 429, 500, 503])('says which answer it was: %s', async (status) => {
    const { origin } = await serving((_request, response) => response.writeHead(status).end('sorry'));
    expect(await failure(fetcher.fetch({ url: origin }))).toMatchObject({
      code: 'http-status',
      message: `the server answered HTTP ${status}`,
    });
  });

  it.each(['/agenda/', '/agenda/feed.atom', 'other/', 'https://ailleurs.test/agenda/'])(
    'says where it asked, whatever name the server has for what it gave: %s',
    async (location) => {
      const server = await serving((_request, response) =>
        response.writeHead(200, { 'content-location': location, 'content-type': 'application/atom+xml' }).end('x'),
      );
      expect(await fetcher.fetch({ url: `${server.origin}/feed` })).toMatchObject({ url: `${server.origin}/feed` });
    },
  );

  it('does not wait for the end of an error that has none', async () => {
    const { origin } = await serving((_request, response) => {
      response.writeHead(404);
      response.write('nothing here, and so on');
    });
    expect(await failure(fetcher.fetch({ url: origin }))).toMatchObject({ code: 'http-status' });
  });

  it('asks two servers at the same time', async () => {
    const both = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const answer =
      (n: number): RequestListener =>
      async (_request, response) => {
        both[n]?.resolve();
        await Promise.all(both.map(({ promise }) => promise));
        response.end('x');
      };
    const [one, other] = [await serving(answer(0)), await serving(answer(1))];
    const results = await Promise.all([one, other].map(({ origin }) => fetcher.fetch({ url: origin })));
    expect(results.map(bodyOf)).toEqual(['x', 'x']);
  });

  it('gives up on a server that says nothing', async () => {
    const { origin } = await serving(() => undefined);
    expect(await failure(hasty().fetch({ url: origin }))).toMatchObject({
      code: 'timeout',
      message: 'no complete answer within 0.3 s',
    });
  });

  it.each(['', 'HTTP/1.1 200 OK\r\n', 'HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n'])(
    'gives up on a server that stops in the middle: %j',
    async (beginning) => {
      const url = await speaking(beginning, 'waits');
      expect(await failure(hasty().fetch({ url }))).toMatchObject({ code: 'timeout' });
    },
  );

  it('gives up on a server that goes on for ever, byte by byte', async () => {
    const { origin } = await serving((_request, response) => {
      const drip = setInterval(() => response.write('.'), 10);
      response.on('close', () => clearInterval(drip));
    });
    expect(await failure(hasty().fetch({ url: origin }))).toMatchObject({ code: 'timeout' });
  });

  it('gives up on a name server that never answers', async () => {
    const silent = hasty({ lookup: () => undefined });
    expect(await failure(silent.fetch({ url: 'http://exemple.test/' }))).toMatchObject({ code: 'timeout' });
  });

  it.each(['ends', 'breaks'] as const)(
    'tells a document that broke off from a whole one: the server %s',
    async (end) => {
      const url = await speaking('HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\nthe beginning', end);
      expect(await failure(fetcher.fetch({ url }))).toMatchObject({
        code: 'unreachable',
        message: expect.stringMatching(/^the document broke off: /) as string,
      });
    },
  );

  it.each([
    ['no HTTP at all', 'SSH-2.0-OpenSSH_9.2\r\n'],
    ['a broken chunk', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n'],
    ['two lengths', 'HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nx'],
    ['headers without end', `HTTP/1.1 200 OK\r\n${'x: y\r\n'.repeat(20_000)}`],
    ['a connection closed at once', ''],
  ])('says that it is no answer: %s', async (_what, bytes) => {
    expect(await failure(fetcher.fetch({ url: await speaking(bytes, 'ends') }))).toMatchObject({ code: 'unreachable' });
  });

  it('reads at most 16 KB of headers', async () => {
    const server = await serving(({ url }, response) =>
      response.writeHead(200, { long: 'x'.repeat(url === '/long' ? 17_000 : 15_000) }).end('x'),
    );
    expect(bodyOf(await fetcher.fetch({ url: server.origin }))).toBe('x');
    await expect(fetcher.fetch({ url: `${server.origin}/long` })).rejects.toMatchObject({ code: 'unreachable' });
  });

  it('says that nobody listens', async () => {
    const { origin, close } = await listen(() => undefined);
    await close();
    expect((await failure(fetcher.fetch({ url: origin }))).message).toMatch(/^no connection: .*ECONNREFUSED/);
  });

  it('says that a name is not known', async () => {
    const unknown = new HttpFetcher({
      userAgent,
      lookup: (host, _options, done) => done(new Error(`getaddrinfo ENOTFOUND ${host}`), '', 4),
    });
    expect(await failure(unknown.fetch({ url: 'https://nulle-part.test/' }))).toMatchObject({
      code: 'unreachable',
      message: 'no connection: getaddrinfo ENOTFOUND nulle-part.test',
    });
  });

  it('says that a name has no address', async () => {
    const empty = new HttpFetcher({ userAgent, lookup: (_host, _options, done) => done(null, []) });
    expect((await failure(empty.fetch({ url: 'http://vide.test/' }))).message).toBe(
      'no connection: vide.test has no address',
    );
  });

  it.each(['headers', 'body'])('stops in the middle when asked to: waiting for the %s', async (part) => {
    const stop = new AbortController();
    const reason = new Error('shutting down');
    const { origin } = await serving((_request, response) => {
      if (part === 'body') response.write('a beginning');
      setImmediate(() => stop.abort(reason));
    });
    await expect(fetcher.fetch({ url: origin, signal: stop.signal })).rejects.toBe(reason);
  });
});
