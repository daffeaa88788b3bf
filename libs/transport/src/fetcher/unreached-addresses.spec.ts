import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { LookupFunction, Socket } from 'node:net';
import { listen, type Loopback } from '../testing/loopback.js';
import { HttpFetcher } from './http-fetcher.js';

/** Addresses that are not public, in every way that a URL can say them. */
const forms = [
  ...['127.0.0.1', '127.1', '127.0.1', '127.255.255.254', '127.0.0.1.', '127.1.', '2130706433', '2130706433.'],
  ...['0x7f000001', '0x7F.1', '0x7f.0.0.1', '0177.0.0.1', '017700000001', '0177.0x0.1', '00000177.0.0.01', '127.0x1'],
  ...['0', '0x0', '0.0.0.0', '00.0', '0x00000000'],
  ...['１２７.0.0.1', '①②⑦.⓪.⓪.①', '%31%32%37.0.0.1', '127。0。0。1', '127．0．0．1', '127｡1', '%30x7f.1', '𝟏𝟐𝟕.𝟎.𝟎.𝟏'],
  ...['user:password@127.0.0.1', 'exemple.test@127.0.0.1', 'exemple.test%40:x@127.0.0.1'],
  ...['10.0.0.1', '0xa000001', '012.0.0.1', '172.16.0.1', '172.31.255.254', '0xac100001', '192.168.1.1', '0xc0a80101'],
  ...[
    '169.254.169.254',
    '0xa9fea9fe',
    '2852039166',
    '0251.0376.0251.0376',
    '169.254.43518',
    '100.64.0.1',
    '0x64400001',
  ],
  ...['192.0.0.192', '192.0.2.1', '198.18.0.1', '198.51.100.1', '203.0.113.1', '224.0.0.1', '255.255.255.255'],
  ...['[::1]', '[0:0:0:0:0:0:0:1]', '[0000::0001]', '[::]', '[::127.0.0.1]', '[::ffff:127.0.0.1]', '[::FFFF:7F00:1]'],
  ...['[0:0:0:0:0:ffff:127.0.0.1]', '[::ffff:0:127.0.0.1]', '[::ffff:169.254.169.254]', '[::ffff:a9fe:a9fe]'],
  ...['[64:ff9b::127.0.0.1]', '[64:ff9b:1::7f00:1]', '[64:ff9b::a9fe:a9fe]', '[2002:7f00:1::]', '[2002:a9fe:a9fe::1]'],
  ...[
    '[2001::1]',
    '[2001:0:7f00:1::]',
    '[fe80::1]',
    '[febf::1]',
    '[fec0::1]',
    '[fc00::1]',
    '[fd00:ec2::254]',
    '[ff02::1]',
  ],
  ...['[100::1]', '[2001:db8::1]', '[3fff::1]', '[5f00::1]'],
];

/** What was tried to be reached from this process, at whatever address: seen where every connection begins. */
const attempts: string[] = [];
const watch = (message: unknown): void => {
  const { socket } = message as { socket: Socket };
  socket.on('connectionAttempt', (address: string, port: number) => attempts.push(`${address}:${port}`));
};

describe('an address that is not public', () => {
  const vetting = new HttpFetcher({ userAgent: 'Relais/test' });
  let server: Loopback;
  let redirecting: Loopback;
  let location: string;
  beforeAll(async () => {
    server = await listen((_request, response) => response.end('secret'));
    redirecting = await listen((_request, response) => response.writeHead(302, { location }).end());
    subscribe('net.client.socket', watch);
  });
  afterAll(async () => {
    unsubscribe('net.client.socket', watch);
    await server.close();
    await redirecting.close();
  });
  beforeEach(() => attempts.splice(0));

  const code = (fetcher: HttpFetcher, url: string): Promise<unknown> =>
    fetcher.fetch({ url }).then(
      ({ status }) => status,
      (error: unknown) => (error as { code: unknown }).code,
    );
  /** A name server that gives these addresses at its first, second … question, and the last ever after. */
  const answering = (...answers: readonly (readonly string[])[]): LookupFunction => {
    const left = [...answers];
    return (_host, { all }, done) => {
      const addresses = (left.length > 1 ? left.shift() : left[0]) ?? [];
      const found = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
      done(null, all ? found : (found[0]?.address ?? ''), found[0]?.family ?? 4);
    };
  };

  it('is seen at the socket when it is reached on purpose, so that not seeing it means something', async () => {
    const free = new HttpFetcher({ userAgent: 'Relais/test', allowPrivate: true });
    expect(await code(free, server.origin)).toBe('fetched');
    expect(attempts).toEqual([`127.0.0.1:${server.port}`]);
  });

  it('is listed here in many forms', () => {
    expect(new Set(forms).size).toBeGreaterThanOrEqual(80);
  });

  it.each(forms)('is not connected to, however it is written: %s', async (host) => {
    expect(await code(vetting, `http://${host}:${server.port}/`)).toBe('forbidden-address');
    expect(attempts).toEqual([]);
  });

  it.each(forms)('is not connected to when a redirect leads there: %s', async (host) => {
    // A header holds no other letters than those of ASCII.
    location = `http://${host.replace(/[^ -~]+/g, (text) => encodeURIComponent(text))}:${server.port}/`;
    const lookup = answering(['127.0.0.1']);
    const fetcher = new HttpFetcher({ userAgent: 'Relais/test', allowPrivate: ['public.test'], lookup });
    expect(await code(fetcher, `http://public.test:${redirecting.port}/`)).toBe('forbidden-address');
    expect(attempts).toEqual([`127.0.0.1:${redirecting.port}`]);
  });

  it.each([
    ['alone', ['127.0.0.1']],
    ['as the cloud’s metadata', ['169.254.169.254']],
    ['in the mapped form', ['::ffff:127.0.0.1']],
    ['after a public one', ['1.1.1.1', '127.0.0.1']],
    ['before a public one', ['::1', '2606:4700:4700::1111']],
    ['in a local network', ['fd12:3456::1']],
    ['behind a translation', ['64:ff9b::7f00:1']],
  ])('is not connected to by a name that has it %s', async (_how, addresses) => {
    const named = new HttpFetcher({ userAgent: 'Relais/test', lookup: answering(addresses) });
    expect(await code(named, `http://exemple.test:${server.port}/`)).toBe('forbidden-address');
    expect(attempts).toEqual([]);
  });

  it.each(['localhost', 'LOCALHOST', 'localhost.'])('is not connected to by its usual name: %s', async (host) => {
    expect(await code(vetting, `http://${host}:${server.port}/`)).toMatch(/^(forbidden-address|unreachable)$/);
    expect(attempts).toEqual([]);
  });

  it('is not connected to by a name that changes its address between two questions', async () => {
    // 2d00::/8 is given to nobody, so that the first connection cannot stand.
    const lookup = answering(['2d00::1'], ['127.0.0.1']);
    const rebound = new HttpFetcher({ userAgent: 'Relais/test', lookup, deadline: 1_000 });
    const url = `http://change.test:${server.port}/`;
    expect(await code(rebound, url)).toMatch(/^(unreachable|timeout)$/);
    for (let times = 0; times < 5; times++) expect(await code(rebound, url)).toBe('forbidden-address');
    expect(attempts.filter((address) => !address.startsWith('2d00::1'))).toEqual([]);
  });

  it('is not connected to by a redirect to a name that has changed its address', async () => {
    const lookup = answering(['127.0.0.1'], ['10.0.0.1']);
    const fetcher = new HttpFetcher({ userAgent: 'Relais/test', allowPrivate: ['public.test'], lookup });
    location = `http://change.test:${server.port}/`;
    expect(await code(fetcher, `http://public.test:${redirecting.port}/`)).toBe('forbidden-address');
    expect(attempts).toEqual([`127.0.0.1:${redirecting.port}`]);
  });
});
