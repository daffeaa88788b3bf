import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { LookupFunction, Socket } from 'node:net';
import { listen, type Loopback } from '../testing/loopback.js';
import { privateAddressForms as forms } from '../testing/private-address-forms.js';
import { HttpFetcher } from './http-fetcher.js';

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
