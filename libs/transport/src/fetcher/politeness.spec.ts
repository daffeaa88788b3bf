import { readFileSync } from 'node:fs';
import type { IncomingMessage, RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { once } from 'node:events';
import { createServer, type AddressInfo, type LookupFunction } from 'node:net';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { gzipSync } from 'node:zlib';
import { listen, type Loopback } from '../testing/loopback.js';
import type { FetchResult } from './fetcher.js';
import { HttpFetcher, type HttpFetcherOptions } from './http-fetcher.js';

const userAgent = 'Relais/0.1 (+https://relais.test/sources)';
/** Every name is this machine, as if it were somewhere in the world. */
const lookup: LookupFunction = (_host, { all }, done) =>
  done(null, all ? [{ address: '127.0.0.1', family: 4 }] : '127.0.0.1', 4);
const reader = (options: Partial<HttpFetcherOptions> = {}) =>
  new HttpFetcher({ userAgent, lookup, allowPrivate: true, pace: { burst: 1, every: 0 }, ...options });

/** Each rule of docs/politeness.md that one request, or a few, can show; the others are the collector's. */
describe('a polite reader', () => {
  const servers: Loopback[] = [];
  afterEach(async () => {
    for (const server of servers.splice(0)) await server.close();
  });
  const serving = async (answer: RequestListener): Promise<Loopback> => {
    const server = await listen(answer);
    servers.push(server);
    return server;
  };
  const text = (result: FetchResult): string =>
    result.status === 'fetched' ? Buffer.from(result.body).toString() : result.status;
  const heard = ({ requests }: Loopback, name: string) => requests.map(({ headers }) => headers[name]);
  const named = (host: string, { port }: Loopback, path = '/'): string => `http://${host}:${port}${path}`;

  it('sends ETag and Last-Modified back byte for byte', async () => {
    const given = { etag: 'W/"é\t\'\\" b"', 'last-modified': 'lundi, 31 juin, 25:61' };
    const latin1 = Buffer.from(given.etag).toString('latin1');
    const server = await serving(({ headers }, response) =>
      headers['if-none-match'] === latin1 && headers['if-modified-since'] === given['last-modified']
        ? response.writeHead(304).end()
        : response.writeHead(200, { ...given, etag: latin1 }).end('x'),
    );
    const first = await reader().fetch({ url: server.origin });
    const { validators = {} } = first;
    expect(await reader().fetch({ url: server.origin, validators })).toEqual({ status: 'not-modified' });
  });

  it('says who it is, where to complain, and what it can read', async () => {
    const server = await serving((_request, response) => response.end('x'));
    await reader().fetch({ url: server.origin });
    expect(server.requests[0]?.headers).toMatchObject({
      'user-agent': expect.stringMatching(/^\w+\/[\d.]+ \(\+https:.*\)$/),
      accept: expect.stringMatching(/^application\/atom\+xml, .*text\/calendar.*\*\/\*;q=0\.5$/),
      'accept-encoding': 'gzip, br',
    });
  });

  it('asks one host for one document at a time', async () => {
    let [now, most] = [0, 0];
    const server = await serving((_request, response) => {
      most = Math.max(most, ++now);
      // Long enough that a second one would come meanwhile.
      setTimeout(() => response.end('x', () => now--), 10);
    });
    const asked = reader();
    await Promise.all(Array.from({ length: 20 }, (_, n) => asked.fetch({ url: `${server.origin}/${n}` })));
    expect([server.requests.length, most]).toEqual([20, 1]);
  });

  it('leaves a host in peace between two requests, also between redirects', async () => {
    const server = await serving(({ url }, response) =>
      url === '/old' ? response.writeHead(302, { location: '/new' }).end() : response.end('x'),
    );
    let clock = 0;
    const waits: number[] = [];
    const timing = {
      now: () => clock,
      wait: async (ms: number) => {
        waits.push(ms);
        clock += ms;
      },
    };
    const paced = reader({ pace: { burst: 2, every: 2_000 }, timing });
    await paced.fetch({ url: named('ville.test', server, '/old') });
    expect(waits).toEqual([]);
    await paced.fetch({ url: named('ville.test', server) });
    await paced.fetch({ url: named('autre.test', server) });
    expect(waits).toEqual([2_000]);
    clock += 500;
    await paced.fetch({ url: named('ville.test', server) });
    expect(waits).toEqual([2_000, 1_500]);
    clock += 60_000;
    for (let n = 0; n < 3; n++) await paced.fetch({ url: named('ville.test', server) });
    expect(waits).toEqual([2_000, 1_500, 2_000]);
  });

  it('gives up a document that is not whole after its deadline, redirects included', async () => {
    const server = await serving(({ url }, response) => {
      if (url !== '/end') response.writeHead(302, { location: '/end' }).end();
    });
    await expect(reader({ deadline: 200 }).fetch({ url: server.origin })).rejects.toMatchObject({ code: 'timeout' });
  });

  it('gives up a server that sends next to nothing', async () => {
    const closed = Promise.withResolvers<void>();
    const server = await serving((_request, response) => {
      const drip = setInterval(() => response.write('.'), 5);
      response.on('close', () => {
        clearInterval(drip);
        closed.resolve();
      });
    });
    const impatient = reader({ slowest: { bytes: 1_000, within: 100 } });
    await expect(impatient.fetch({ url: server.origin })).rejects.toMatchObject({
      code: 'timeout',
      message: 'fewer than 1000 bytes within 0.1 s',
    });
    await closed.promise;
  });

  it('reads at most 10 MB, and nothing that unfolds to 200 times what was sent', async () => {
    const server = await serving(({ url }, response) =>
      url === '/large'
        ? response.end(Buffer.alloc(10_000_001))
        : response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(9_000_000))),
    );
    for (const path of ['/large', '/bomb'])
      await expect(reader().fetch({ url: server.origin + path })).rejects.toMatchObject({ code: 'too-large' });
  });

  it('follows at most five redirects', async () => {
    const server = await serving((_request, response) => response.writeHead(302, { location: '/again' }).end());
    await expect(reader().fetch({ url: server.origin })).rejects.toMatchObject({ code: 'unreachable' });
    expect(server.requests).toHaveLength(6);
  });

  it('does not follow a redirect from https to http', async () => {
    const fixture = (name: string): string =>
      readFileSync(join(import.meta.dirname, '../mailer/fixtures', name), 'utf8');
    const usual = getCACertificates('default');
    setDefaultCACertificates([...usual, fixture('localhost.certificate.pem')]);
    const plain = await serving((_request, response) => response.end('x'));
    const certified = { key: fixture('localhost.key.pem'), cert: fixture('localhost.certificate.pem') };
    const secure = createTlsServer(certified, ({ url }, response) =>
      url === '/stay' ? response.end('safe') : response.writeHead(302, { location: plain.origin }).end(),
    ).listen(0, '127.0.0.1');
    await once(secure, 'listening');
    const origin = `https://localhost:${(secure.address() as AddressInfo).port}`;
    const asked = reader();
    expect(text(await asked.fetch({ url: `${origin}/stay` }))).toBe('safe');
    await expect(asked.fetch({ url: origin })).rejects.toMatchObject({
      code: 'unreachable',
      message: `the redirect to ${plain.origin} would leave https, and is not followed`,
    });
    expect(plain.requests).toHaveLength(0);
    setDefaultCACertificates(usual);
    secure.closeAllConnections();
    secure.close();
  });

  it('sends neither cookies nor where it comes from', async () => {
    const server = await serving(({ url }, response) => {
      response.setHeader('set-cookie', ['session=1; Path=/', 'b=2']);
      if (url === '/old') response.writeHead(301, { location: '/new' }).end();
      else response.end('x');
    });
    const asked = reader();
    for (let times = 0; times < 2; times++) await asked.fetch({ url: `${server.origin}/old` });
    expect(server.requests).toHaveLength(4);
    for (const name of ['cookie', 'referer', 'origin', 'from'])
      expect(new Set(heard(server, name))).toEqual(new Set([undefined]));
  });

  it('never sends a fragment', async () => {
    const lines: string[] = [];
    const server = createServer((socket) =>
      socket.once('data', (bytes) => {
        lines.push(bytes.toString().split('\r\n')[0] ?? '');
        socket.end(
          lines.length === 1
            ? 'HTTP/1.1 301 x\r\nlocation: /b?c#d\r\ncontent-length: 0\r\n\r\n'
            : 'HTTP/1.1 200 OK\r\n\r\nx',
        );
      }),
    ).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const result = await reader().fetch({ url: `http://127.0.0.1:${port}/a#event.detail.id.1` });
    expect(lines).toEqual(['GET /a HTTP/1.1', 'GET /b?c HTTP/1.1']);
    expect(result).toMatchObject({ url: `http://127.0.0.1:${port}/b?c` });
    server.close();
  });

  it('writes names and paths of any language as servers know them', async () => {
    const server = await serving((_request, response) => response.end('x'));
    await reader().fetch({ url: named('été.Zürich.test', server, '/rendez-vous/été?où=là') });
    const { headers, url } = server.requests[0] as IncomingMessage;
    expect([headers.host, url]).toEqual([
      `xn--t-9fab.xn--zrich-kva.test:${server.port}`,
      '/rendez-vous/%C3%A9t%C3%A9?o%C3%B9=l%C3%A0',
    ]);
  });

  it('shows a name and a password to their own host only, and in no message', async () => {
    const other = await serving((_request, response) => response.writeHead(500).end());
    const server = await serving(({ url }, response) =>
      response.writeHead(302, { location: url === '/a' ? '/b' : other.origin }).end(),
    );
    const url = named('al%C3%ADce:se%3Acret@127.0.0.1', server, '/a');
    const error: unknown = await reader()
      .fetch({ url })
      .catch((thrown: unknown) => thrown);
    const basic = `Basic ${Buffer.from('alíce:se:cret').toString('base64')}`;
    expect(heard(server, 'authorization')).toEqual([basic, basic]);
    expect(heard(other, 'authorization')).toEqual([undefined]);
    expect(String(error)).toBe('FetchFailed: the server answered HTTP 500');
    await expect(reader().fetch({ url: 'ftp://alice:secret@exemple.test/' })).rejects.toThrow('«ftp://exemple.test/»');
    const given = await serving((_request, response) => response.end('x'));
    expect(await reader().fetch({ url: named('alice:secret@127.0.0.1', given) })).toMatchObject({
      url: named('127.0.0.1', given),
    });
  });

  it('reads pages only as the site’s robots.txt allows, and asks for none before a feed', async () => {
    let robots: readonly [number, string] = [200, 'User-agent: relais\nDisallow: /private'];
    const server = await serving(({ url }, response) => {
      if (url === '/robots.txt') return response.writeHead(robots[0]).end(robots[1]);
      if (url === '/to-private') return response.writeHead(302, { location: '/private/b' }).end();
      const type = url === '/feed' ? 'application/rss+xml' : 'text/html; charset=utf-8';
      return response.writeHead(200, { 'content-type': type }).end('x');
    });
    const paths = (): (string | undefined)[] => server.requests.map(({ url }) => url);
    const asked = reader();
    expect(text(await asked.fetch({ url: `${server.origin}/feed` }))).toBe('x');
    expect(paths()).toEqual(['/feed']);
    await expect(asked.fetch({ url: `${server.origin}/private/a` })).rejects.toMatchObject({
      message: `the robots.txt of ${server.origin} asks programs not to read this page`,
    });
    await expect(asked.fetch({ url: `${server.origin}/private/a`, page: true })).rejects.toThrow('robots.txt');
    expect(text(await asked.fetch({ url: `${server.origin}/agenda`, page: true }))).toBe('x');
    expect(paths()).toEqual(['/feed', '/private/a', '/robots.txt', '/agenda']);
    await expect(asked.fetch({ url: `${server.origin}/to-private`, page: true })).rejects.toThrow('robots.txt');
    robots = [404, ''];
    expect(text(await reader().fetch({ url: `${server.origin}/private/a`, page: true }))).toBe('x');
    robots = [429, ''];
    await expect(reader().fetch({ url: `${server.origin}/agenda`, page: true })).rejects.toMatchObject({ status: 429 });
    robots = [503, ''];
    await expect(reader().fetch({ url: `${server.origin}/agenda`, page: true })).rejects.toThrow(
      /^whether programs may read this page is not known: .*HTTP 503$/,
    );
  });

  it('waits between two pages as the site’s robots.txt asks with Crawl-delay, up to 30 seconds', async () => {
    const pauses: Readonly<Record<string, string>> = { 'ville.test': '7.5', 'autre.test': '86400' };
    const server = await serving(({ url, headers }, response) => {
      const pause = pauses[headers.host?.split(':')[0] ?? ''];
      if (url === '/robots.txt') return response.end(pause && `User-agent: *\nCrawl-delay: ${pause}`);
      return response.writeHead(200, { 'content-type': url === '/feed' ? 'text/calendar' : 'text/html' }).end('x');
    });
    let clock = 0;
    const waits: number[] = [];
    const timing = {
      now: () => clock,
      wait: async (ms: number) => {
        waits.push(ms);
        clock += ms;
      },
    };
    const paced = reader({ timing });
    const ask = async (host: string, path: string, page?: true): Promise<readonly number[]> => {
      await paced.fetch({ url: named(host, server, path), ...(page && { page }) });
      return waits.splice(0);
    };
    expect(await ask('ville.test', '/agenda', true)).toEqual([]);
    expect(await ask('ville.test', '/feed')).toEqual([]);
    expect(await ask('paix.test', '/agenda', true)).toEqual([]);
    expect(await ask('paix.test', '/agenda', true)).toEqual([]);
    clock += 500;
    expect(await ask('ville.test', '/agenda', true)).toEqual([7_000]);
    expect(await ask('ville.test', '/found-to-be-a-page')).toEqual([]);
    expect(await ask('ville.test', '/agenda', true)).toEqual([7_500]);
    clock += 60_000;
    expect(await ask('ville.test', '/agenda', true)).toEqual([]);
    expect(await ask('autre.test', '/found-to-be-a-page')).toEqual([]);
    expect(await ask('autre.test', '/agenda', true)).toEqual([30_000]);
  });

  it('connects to no address that is not public', async () => {
    const server = await serving((_request, response) => response.end('secret'));
    for (const host of ['127.0.0.1', 'ville.test'])
      await expect(reader({ allowPrivate: false }).fetch({ url: named(host, server) })).rejects.toMatchObject({
        code: 'forbidden-address',
      });
    expect(server.requests).toHaveLength(0);
  });
});
