import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { describeHostTurns, unpaced } from '../testing/host-turns.conformance.js';
import { describeWithRedis, startRedis, type TestRedis } from '../testing/redis-server.js';
import { RedisHostTurns, type RedisHostTurnsOptions } from './redis-host-turns.js';

describeWithRedis('in Redis', () => {
  let redis: TestRedis;
  let client: Redis;
  beforeAll(async () => {
    redis = await startRedis();
    client = new Redis(redis.url);
  });
  afterAll(async () => {
    client.disconnect();
    await redis.stop();
  });

  describeHostTurns('Redis', async (pace) => new RedisHostTurns(redis.url, { pace, prefix: `test-${randomUUID()}` }));

  const opened: RedisHostTurns[] = [];
  afterEach(() => Promise.all(opened.splice(0).map((one) => one.close())));
  /** The turns of so many collectors that share them. */
  const shared = (count: number, options: RedisHostTurnsOptions = {}): RedisHostTurns[] => {
    const prefix = `test-${randomUUID()}`;
    const made = Array.from(
      { length: count },
      () => new RedisHostTurns(redis.url, { pace: unpaced, prefix, ...options }),
    );
    opened.push(...made);
    return made;
  };

  it('lets one errand of a host through at a time, whoever shares them', async () => {
    let [now, most, done] = [0, 0, 0];
    const errand = async (): Promise<void> => {
      most = Math.max(most, ++now);
      // Long enough that another one would begin meanwhile.
      await new Promise((resolve) => setTimeout(resolve, 20));
      now--;
      done++;
    };
    const all = shared(3).flatMap((turns) => [1, 2, 3].map(() => turns.take('ville.test', undefined, errand)));
    await Promise.all(all);
    expect([most, done]).toEqual([1, 9]);
  });

  it('keeps one pace for all who share them', async () => {
    const every = 200;
    const begins: number[] = [];
    const began = performance.now();
    const errand = async (): Promise<void> => void begins.push(performance.now() - began);
    const turns = shared(2, { pace: { burst: 2, every } });
    await Promise.all([...turns, ...turns, ...turns].slice(1).map((one) => one.take('ville.test', undefined, errand)));
    expect(begins).toHaveLength(5);
    for (const [index, at] of begins.entries()) expect(at).toBeGreaterThan((index - 1) * every - 3);
  });

  it('frees the host of whoever died when the lease ends', async () => {
    const [dead, alive] = shared(2, { lease: 300 });
    void dead?.take('ville.test', undefined, () => new Promise(() => undefined));
    await dead?.take('autre.test', undefined, async () => undefined);
    await dead?.close();
    expect(await alive?.take('ville.test', undefined, async () => 'taken')).toBe('taken');
  });

  it('does not let go of what another one has taken since', async () => {
    const prefix = `test-${randomUUID()}`;
    const [slow] = shared(1, { prefix, lease: 200 });
    const [next, third] = shared(2, { prefix });
    const gate = Promise.withResolvers<void>();
    const outlasting = slow?.take('ville.test', undefined, () => gate.promise);
    await slow?.take('autre.test', undefined, async () => undefined);
    const order: string[] = [];
    await next?.take('ville.test', undefined, async () => {
      gate.resolve();
      await outlasting;
      await slow?.take('autre.test', undefined, async () => undefined);
      await expect(
        third?.take('ville.test', AbortSignal.timeout(50), async () => void order.push('third')),
      ).rejects.toThrow();
    });
    expect(order).toEqual([]);
  });

  it('tells Redis nothing but the names of hosts, and those only for a while', async () => {
    const prefix = `test-${randomUUID()}`;
    const turns = new RedisHostTurns(redis.url, { prefix });
    opened.push(turns);
    await turns.take('ville.test:8080', undefined, async () => undefined);
    const keys = await client.keys(`${prefix}*`);
    expect(keys).toEqual([`${prefix}:host:ville.test:8080`]);
    expect(Object.keys(await client.hgetall(keys[0] ?? '')).sort()).toEqual(['at', 'tokens']);
    expect(await client.pttl(keys[0] ?? '')).toBeGreaterThan(0);
  });
});

describeWithRedis(
  'turns in Redis, when it goes away,',
  () => {
    it('wait until it is back, and can be called off and closed meanwhile', async () => {
      const redis = await startRedis();
      const turns = new RedisHostTurns(redis.url, { pace: unpaced });
      await turns.take('ville.test', undefined, async () => undefined);
      await redis.stop();
      const call = new AbortController();
      const called = turns.take('autre.test', call.signal, async () => 'asked');
      const waiting = turns.take('ville.test', undefined, async () => 'asked');
      call.abort(new Error('no more time'));
      await expect(called).rejects.toThrow('no more time');
      await redis.start();
      expect(await waiting).toBe('asked');
      await redis.stop();
      const never = turns.take('ville.test', undefined, async () => 'asked');
      const told = expect(never).rejects.toThrow();
      await turns.close();
      await told;
    });
  },
  { own: true },
);
