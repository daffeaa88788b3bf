import assert from 'node:assert/strict';
import { startRedis } from '@relais/transport/testing';
import { Redis } from 'ioredis';
import { outboxOf } from '../letters.ts';
import { alice, mainRun } from '../main-run.ts';
import type { Point } from '../point.ts';
import { needRedis } from '../need-redis.ts';
import { Room, today } from '../room.ts';

/** Everything that Redis holds, as text. */
const heldBy = async (redis: Redis): Promise<ReadonlyMap<string, string>> => {
  const held = new Map<string, string>();
  for await (const keys of redis.scanStream() as AsyncIterable<string[]>)
    for (const key of keys) {
      const read: Readonly<Record<string, () => Promise<unknown>>> = {
        string: () => redis.get(key),
        hash: () => redis.hgetall(key),
        list: () => redis.lrange(key, 0, -1),
        set: () => redis.smembers(key),
        zset: () => redis.zrange(key, '0', '-1', 'WITHSCORES'),
        stream: () => redis.xrange(key, '-', '+'),
      };
      const type = await redis.type(key);
      const value = await read[type]?.();
      assert.ok(value !== undefined, `${key} is a ${type}, which cannot be looked into`);
      held.set(key, JSON.stringify(value));
    }
  return held;
};

export const redis: Point = {
  name: 'redis',
  claims: 'the same with alarms in Redis, which never sees an address',
  async show() {
    needRedis();
    const server = await startRedis();
    const client = new Redis(server.url);
    const told: string[] = [];
    const monitor = await client.monitor();
    monitor.on('monitor', (_time: string, words: readonly string[]) => told.push(words.join(' ')));
    try {
      return await Room.with({ ...today, REDIS_URL: server.url }, async (room) => {
        await room.hub();
        await mainRun(room, () => outboxOf(room.data));
        const held = await heldBy(client);
        const [name = ''] = alice.split('@');
        const all = [...told, ...[...held].flat()];
        assert.deepEqual(
          all.filter((text) => text.includes(name) || text.includes('exemple.test')),
          [],
        );
        assert.ok(held.size > 0 && told.length > 0, 'Redis was not used at all');
        return {
          seen: `collecting again, subscribing, one letter, leaving; no address in ${held.size} keys nor in ${told.length} commands that Redis got`,
        };
      });
    } finally {
      monitor.disconnect();
      client.disconnect();
      await server.stop();
    }
  },
};
