import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { Redis } from 'ioredis';
import { freePort } from './free-port.js';

const installed = spawnSync('redis-server', ['--version']).status === 0;
const given = process.env['REDIS_URL'];
const required = (process.env['RELAIS_REQUIRE'] ?? '').split(',').includes('redis');

/** `describe` where a Redis can be had, or must be; a named skip elsewhere. With `own`, one that the test may stop. */
export const describeWithRedis = (name: string, tests: () => void, { own = false } = {}): void => {
  const here = installed || (!own && given !== undefined);
  const run = here || required ? describe : describe.skip;
  run(`${name} (needs redis)`, () => {
    if (here || !required) tests();
    else it('finds redis-server', () => expect('redis-server on the PATH').toBe('there'));
  });
};

/** A Redis for a test: one that is ours to stop, or the one of REDIS_URL. */
export type TestRedis = Readonly<{
  url: string;
  /** Ends the server at once and resolves when it is gone; what it held is lost. */
  stop(): Promise<void>;
  /** The same address, another server. */
  start(): Promise<void>;
}>;

export const startRedis = async (): Promise<TestRedis> => {
  if (!installed && given !== undefined)
    return { url: given, stop: async () => undefined, start: async () => undefined };
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  const run = async (): Promise<() => Promise<void>> => {
    const options = ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
    const server = spawn('redis-server', options, { stdio: 'ignore' });
    const ended = once(server, 'exit');
    const client = new Redis(url, { retryStrategy: () => 20, maxRetriesPerRequest: null });
    client.on('error', () => undefined);
    await Promise.race([client.ping(), ended.then(() => Promise.reject(new Error('redis-server did not start')))]);
    client.disconnect();
    return async () => {
      server.kill('SIGKILL');
      await ended;
    };
  };
  let stop = await run();
  return {
    url,
    stop: () => stop(),
    start: async () => {
      stop = await run();
    },
  };
};
