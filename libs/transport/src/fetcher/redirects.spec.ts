import { listen, type Loopback } from '../testing/loopback.js';
import { FetchFailed } from './fetcher.js';
import { HttpFetcher } from './http-fetcher.js';

const userAgent = 'Relais/test';
const free = new HttpFetcher({ userAgent, allowPrivate: true });
const failureOf = async (fetcher: HttpFetcher, url: string): Promise<FetchFailed> => {
  const error: unknown = await fetcher.fetch({ url }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(FetchFailed);
  return error as FetchFailed;
};

describe('a redirect', () => {
  let server: Loopback;
  let answers: Record<string, readonly [status: number, location?: string]>;
  beforeEach(async () => {
    answers = {};
    server = await listen(({ url = '' }, response) => {
      const [status, location] = answers[url] ?? [200];
      response.writeHead(status, location === undefined ? {} : { location }).end(`here is ${url}`);
    });
  });
  afterEach(() => server.close());
  const paths = (): (string | undefined)[] => server.requests.map(({ url }) => url);

  it.each([301, 302, 303, 307, 308])('is followed, and where it led is told: %s', async (status) => {
    answers = { '/a': [status, 'b?c=d'] };
    const result = await free.fetch({ url: `${server.origin}/a` });
    expect(result).toMatchObject({ status: 'fetched', url: `${server.origin}/b?c=d` });
  });

  it('is followed to another host, with the same validators', async () => {
    const other = await listen(({ headers }, response) =>
      response.writeHead(headers['if-none-match'] === '"1"' ? 304 : 200).end(),
    );
    answers = { '/': [302, other.origin] };
    expect(await free.fetch({ url: server.origin, validators: { etag: '"1"' } })).toEqual({ status: 'not-modified' });
    await other.close();
  });

  it('is no reason to take one host for another: who answered at last is named', async () => {
    const other = await listen((_request, response) => response.writeHead(429, { 'retry-after': '60' }).end());
    answers = { '/': [302, other.origin] };
    const failed = { status: 429, retryAfter: 60, host: new URL(other.origin).host };
    expect(await failureOf(free, server.origin)).toMatchObject(failed);
    await other.close();
  });

  it('that is for good is told as such, and one that is for now is not', async () => {
    answers = { '/a': [301, '/b'], '/b': [308, '/c'], '/c': [302, '/d'], '/t': [307, '/a'] };
    const movedFrom = async (path: string) => (await free.fetch({ url: server.origin + path })).movedTo;
    expect(await movedFrom('/a')).toBe(`${server.origin}/c`);
    expect([await movedFrom('/t'), await movedFrom('/d')]).toEqual([undefined, undefined]);
  });

  it('is followed five times, and no sixth', async () => {
    answers = Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`/${n}`, [302, `/${n + 1}`] as const]));
    expect(await free.fetch({ url: `${server.origin}/4` })).toMatchObject({ url: `${server.origin}/9` });
    expect(await failureOf(free, `${server.origin}/3`)).toMatchObject({
      code: 'unreachable',
      message: 'more than 5 redirects',
    });
  });

  it('in a circle is left', async () => {
    answers = { '/a': [301, '/b'], '/b': [301, '/a'] };
    expect((await failureOf(free, `${server.origin}/a`)).code).toBe('unreachable');
    expect(paths()).toHaveLength(6);
  });

  it('does not have to be read to its end', async () => {
    const endless = await listen((_request, response) => {
      response.writeHead(302, { location: `${server.origin}/b` });
      response.write('moved, and so on');
    });
    expect(await free.fetch({ url: endless.origin })).toMatchObject({ url: `${server.origin}/b` });
    await endless.close();
  });

  it.each(['file:///etc/passwd', 'ftp://exemple.test/', 'javascript:alert(1)', 'http://', 'http://[', 'http://a b/'])(
    'to no page of the web is refused: %s',
    async (location) => {
      answers = { '/': [302, location] };
      expect(await failureOf(free, server.origin)).toMatchObject({
        code: 'unreachable',
        message: `«${location}» is not an http or https address`,
      });
      expect(paths()).toHaveLength(1);
    },
  );

  it('without a place to go is an answer like others', async () => {
    answers = { '/': [302] };
    expect((await failureOf(free, server.origin)).message).toBe('the server answered HTTP 302');
  });

  it.each([
    'http://localhost:PORT/secret',
    'http://[::1]:PORT/secret',
    'http://[::ffff:127.0.0.1]:PORT/secret',
    'http://127.1.1.1:PORT/secret',
    'http://0.0.0.0:PORT/secret',
    'http://169.254.169.254/latest/meta-data/',
  ])('to an address that is not public is refused: %s', async (location) => {
    const publicHost = new HttpFetcher({ userAgent, allowPrivate: ['127.0.0.1'] });
    answers = { '/': [302, location.replace('PORT', String(server.port))] };
    expect((await failureOf(publicHost, server.origin)).code).toBe('forbidden-address');
    expect(paths()).toEqual(['/']);
  });
});

describe('an address that no page can have', () => {
  it.each(['ftp://exemple.test/', 'file:///etc/passwd', 'http://', 'http://exemple.test:99999/', '/agenda', ' '])(
    'is refused before anything is sent: %j',
    async (url) => {
      expect((await failureOf(free, url)).code).toBe('unreachable');
    },
  );
});
