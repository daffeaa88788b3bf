import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describeWithRedis, startRedis } from '../testing/redis-server.js';

const repository = join(import.meta.dirname, '..', '..', '..', '..');
const built = (file: string): string => JSON.stringify(join(repository, 'libs/transport/dist', file));

describeWithRedis('collectors in two processes that share a Redis', () => {
  beforeAll(() => {
    const compiler = join(repository, 'node_modules/typescript/bin/tsc');
    expect(spawnSync(process.execPath, [compiler, '-b', 'libs/transport'], { cwd: repository }).status).toBe(0);
  }, 60_000);

  it('ask a host through one connection at a time, and at one pace', async () => {
    const redis = await startRedis();
    const every = 150;
    let [now, most] = [0, 0];
    const began: number[] = [];
    const server = createServer((socket) => {
      most = Math.max(most, ++now);
      began.push(performance.now());
      // Closed by who asked: a connection that it leaves open would be seen beside the next.
      socket.on('error', () => undefined).on('end', () => now--);
      socket.once('data', () => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 1\r\n\r\nx'));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const code = `
      import { HttpFetcher } from ${built('index.js')};
      import { RedisHostTurns } from ${built('fetcher/redis-host-turns.js')};
      const turns = new RedisHostTurns(${JSON.stringify(redis.url)}, { pace: { burst: 2, every: ${every} } });
      const lookup = (_host, { all }, done) =>
        done(null, all ? [{ address: '127.0.0.1', family: 4 }] : '127.0.0.1', 4);
      const fetcher = new HttpFetcher({ userAgent: 'Relais/0.1', lookup, allowPrivate: true, turns });
      for (let n = 0; n < 4; n++) await fetcher.fetch({ url: 'http://ville.test:${port}/' + n });
      await turns.close();`;
    const processes = [0, 1].map(() =>
      spawn(process.execPath, ['--input-type=module', '--eval', code], { stdio: ['ignore', 'ignore', 'inherit'] }),
    );
    const codes = await Promise.all(processes.map(async (child) => (await once(child, 'close'))[0] as number | null));
    server.close();
    await redis.stop();
    expect([codes, began.length, most]).toEqual([[0, 0], 8, 1]);
    const [first = 0] = began;
    // What the host sees is the promise: after the burst, none sooner than the pace. Connecting takes a moment, more or less.
    began.forEach((at, n) => expect(at - first).toBeGreaterThan((n - 1) * every - 50));
  }, 60_000);
});
