import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { describeQueue } from '../testing/queue.conformance.js';
import { describeWithRedis, startRedis, type TestRedis } from '../testing/redis-server.js';
import { BullmqQueue } from './bullmq-queue.js';

const longAgo = '2015-11-10T19:30:00Z';

describeWithRedis('BullMQ', () => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());

  describeQueue(
    'BullMQ',
    async () => {
      const errors: string[] = [];
      const prefix = `test-${randomUUID()}`;
      return {
        errors,
        open: async () =>
          new BullmqQueue(
            redis.url,
            ({ kind, id }, error) => errors.push(`${kind} ${id}: ${(error as Error).message}`),
            prefix,
          ),
        close: async () => undefined,
      };
    },
    { keeps: true },
  );

  it('shares the alarms between processes, each rung by one of them', async () => {
    const prefix = `test-${randomUUID()}`;
    const queues = [0, 1, 2].map(() => new BullmqQueue(redis.url, undefined, prefix));
    const rung: string[] = [];
    const all = Promise.withResolvers<void>();
    for (const queue of queues)
      await queue.onRing('letter', async (id) => {
        rung.push(id);
        if (id === 'last') all.resolve();
      });
    const ids = Array.from({ length: 60 }, (_, n) => `letter ${n}`);
    await Promise.all(
      queues.flatMap((queue, nth) =>
        ids.filter((_id, n) => n % 3 === nth).map((id) => queue.set({ kind: 'letter', id, at: longAgo })),
      ),
    );
    await queues[0]?.set({ kind: 'letter', id: 'last', at: new Date(Date.now() + 500).toISOString() });
    await all.promise;
    expect(rung.sort()).toEqual([...ids, 'last'].sort());
    await Promise.all(queues.map((queue) => queue.close()));
  });

  it('leaves nothing behind in Redis of what has rung', async () => {
    const prefix = `test-${randomUUID()}`;
    const queue = new BullmqQueue(redis.url, undefined, prefix);
    const done = Promise.withResolvers<void>();
    await queue.onRing('letter', async () => done.resolve());
    await queue.set({ kind: 'letter', id: 'alice', at: longAgo });
    await done.promise;
    await queue.close();
    const client = new Redis(redis.url);
    const left = (await client.keys(`${prefix}:*`)).map((key) => key.slice(prefix.length + 1));
    expect(left.filter((key) => !/^letter:(meta|events|marker|stalled-check|id)$/.test(key))).toEqual([]);
    client.disconnect();
  });

  it('goes on when every connection breaks', async () => {
    const errors: string[] = [];
    const queue = new BullmqQueue(redis.url, (_alarm, error) => errors.push(String(error)), `test-${randomUUID()}`);
    const rang = Promise.withResolvers<string>();
    await queue.onRing('letter', async (id) => rang.resolve(id));
    await queue.set({ kind: 'letter', id: 'a', at: new Date(Date.now() + 500).toISOString() });
    const client = new Redis(redis.url);
    await client.call('client', 'kill', 'type', 'normal', 'skipme', 'yes');
    client.disconnect();
    expect(await rang.promise).toBe('a');
    await queue.close();
  });
});

describeWithRedis(
  'BullMQ, when Redis goes away,',
  () => {
    let redis: TestRedis;
    let queue: BullmqQueue;
    let errors: string[];
    beforeEach(async () => {
      errors = [];
      redis = await startRedis();
      queue = new BullmqQueue(redis.url, ({ kind, id }, error) =>
        errors.push(`${kind} ${id}: ${(error as Error).message}`),
      );
    });
    afterEach(async () => {
      await queue.close();
      await redis.stop();
    });

    it('takes and rings alarms again when it is back', async () => {
      const rang = Promise.withResolvers<string>();
      await queue.onRing('letter', async (id) => rang.resolve(id));
      await redis.stop();
      const set = queue.set({ kind: 'letter', id: 'a', at: longAgo });
      await redis.start();
      await set;
      expect(await rang.promise).toBe('a');
    });

    it('says so once, not at each attempt to reach it', async () => {
      await redis.stop();
      const client = new Redis(redis.url, { maxRetriesPerRequest: 5, disconnectTimeout: 100 });
      client.on('error', () => undefined);
      await expect(client.ping()).rejects.toThrow('max retries per request');
      client.disconnect();
      expect(errors.filter((error) => error.includes('ECONNREFUSED'))).toEqual([
        expect.stringMatching(/^connection redis: connect ECONNREFUSED/),
      ]);
    });

    it('closes while it is away', async () => {
      await queue.onRing('letter', async () => undefined);
      await queue.set({ kind: 'letter', id: 'a', at: '2100-01-01T00:00:00Z' });
      await redis.stop();
      await expect(queue.close()).resolves.toBeUndefined();
    });

    it('closes while it is away and a handler runs, when that has ended', async () => {
      const [began, gate] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
      const ended: string[] = [];
      await queue.onRing('letter', async (id) => {
        began.resolve();
        await gate.promise;
        ended.push(id);
      });
      await queue.set({ kind: 'letter', id: 'a', at: longAgo });
      await began.promise;
      await redis.stop();
      const closed = queue.close();
      gate.resolve();
      await closed;
      expect(ended).toEqual(['a']);
    });

    it('closes while it is away and a handler waits for it', async () => {
      const [began, gate] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
      const failed = Promise.withResolvers<unknown>();
      await queue.onRing('letter', async (id) => {
        began.resolve();
        await gate.promise;
        await queue.set({ kind: 'letter', id, at: longAgo }).catch(failed.resolve);
      });
      await queue.set({ kind: 'letter', id: 'a', at: longAgo });
      await began.promise;
      await redis.stop();
      gate.resolve();
      await queue.close();
      expect(await failed.promise).toMatchObject({ message: 'Connection is closed.' });
    });

    it('closes when it never was there', async () => {
      await redis.stop();
      const never = new BullmqQueue(redis.url);
      const listening = never.onRing('letter', async () => undefined).catch((error: Error) => error.message);
      const setting = never.set({ kind: 'letter', id: 'a', at: longAgo }).catch((error: Error) => error.message);
      await never.close();
      expect(await setting).toMatch('Connection is closed');
      expect(await listening).not.toBe('');
    });
  },
  { own: true },
);
