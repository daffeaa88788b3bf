import type { LookupFunction } from 'node:net';
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

describe('an address that is not public', () => {
  const vetting = new HttpFetcher({ userAgent });
  let server: Loopback;
  beforeAll(async () => {
    server = await listen((_request, response) => response.end('secret'));
  });
  afterAll(() => server.close());
  afterEach(() => expect(server.requests).toHaveLength(0));

  it.each([
    '127.0.0.1',
    '127.1',
    '127.0.1',
    '2130706433',
    '0x7f000001',
    '0x7f.0.0.1',
    '0177.0.0.1',
    '017700000001',
    '0177.0x0.1',
    '127.0.0.1.',
    '0',
    '１２７.0.0.1',
    '①②⑦.⓪.⓪.①',
    '%31%32%37.0.0.1',
    '127。0。0。1',
    '[::1]',
    '[0:0:0:0:0:0:0:1]',
    '[::127.0.0.1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[64:ff9b::127.0.0.1]',
    '[64:ff9b:1::7f00:1]',
    '[2002:7f00:1::]',
    '[fe80::1]',
    '[fd00::1]',
    '[::]',
    'user:password@127.0.0.1',
  ])('is not reached however it is written: %s', async (host) => {
    expect((await failureOf(vetting, `http://${host}:${server.port}/`)).code).toBe('forbidden-address');
  });

  it.each(['localhost', 'LOCALHOST'])('is not reached by its name: %s', async (host) => {
    const { code, message } = await failureOf(vetting, `http://${host}:${server.port}/`);
    expect(code).toBe('forbidden-address');
    expect(message).toMatch(/^localhost is at (127\.0\.0\.1|::1), which is not a public address$/);
  });

  it('is not reached by its name with a dot at the end, whether or not the system knows that', async () => {
    const { code } = await failureOf(vetting, `http://localhost.:${server.port}/`);
    expect(code).toMatch(/^(forbidden-address|unreachable)$/);
  });

  it('is not reached when a name has it beside public ones', async () => {
    const lookup: LookupFunction = (_host, { all }, done) => {
      const both = [
        { address: '1.1.1.1', family: 4 },
        { address: '127.0.0.1', family: 4 },
      ];
      done(null, all ? both : '127.0.0.1', 4);
    };
    const { code } = await failureOf(new HttpFetcher({ userAgent, lookup }), `http://deux.test:${server.port}/`);
    expect(code).toBe('forbidden-address');
  });

  it('is not reached when a name points to it only at its second look-up', async () => {
    const seen: string[] = [];
    // 2d00::/8 is given to nobody, so that the first connection cannot stand.
    const lookup: LookupFunction = (_host, { all }, done) => {
      const address = seen.length === 0 ? '2d00::1' : '127.0.0.1';
      seen.push(address);
      done(null, all ? [{ address, family: address.includes(':') ? 6 : 4 }] : address, address.includes(':') ? 6 : 4);
    };
    const rebound = new HttpFetcher({ userAgent, lookup, deadline: 1_000 });
    const url = `http://change.test:${server.port}/`;
    expect((await failureOf(rebound, url)).code).toMatch(/^(unreachable|timeout)$/);
    expect(seen).toEqual(['2d00::1']);
    expect((await failureOf(rebound, url)).code).toBe('forbidden-address');
    expect(seen).toEqual(['2d00::1', '127.0.0.1']);
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
