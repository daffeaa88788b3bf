import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { RedisLine } from '../redis/redis-line.js';
import { HostTurns, isThisMachine, politePace, type Pace } from './host-turns.js';
import { MemoryHostTurns } from './memory-host-turns.js';
import { unlessAborted } from './unless-aborted.js';

export type RedisHostTurnsOptions = Readonly<{
  pace?: Pace;
  prefix?: string;
  /** When a host is free again that somebody was asking who died, in milliseconds: longer than anything asks. */
  lease?: number;
}>;

/** How often it is looked whether a host that another process asks is free, in milliseconds. */
const look = 200;

/**
 * One step of Redis, by its clock and nobody else's: the host is leased and a token taken, or it is said how long to wait.
 * A hash a host: who has it, until when, how many tokens there were at which moment. It goes when it says nothing any more.
 */
const begin = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local me, burst, every, lease, look = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5])
local host = redis.call('HMGET', KEYS[1], 'holder', 'until', 'tokens', 'at')
if host[1] == me and tonumber(host[2]) > now then return 0 end
if host[1] and tonumber(host[2]) > now then return math.min(look, tonumber(host[2]) - now) end
local tokens = burst
if every > 0 then
  if host[3] then tokens = math.min(burst, tonumber(host[3]) + math.max(0, now - tonumber(host[4])) / every) end
  if tokens < 1 then return math.ceil((1 - tokens) * every) end
  tokens = tokens - 1
end
redis.call('HSET', KEYS[1], 'holder', me, 'until', now + lease, 'tokens', tostring(tokens), 'at', now)
redis.call('PEXPIRE', KEYS[1], math.max(lease, math.ceil(burst * every)))
return 0`;

/** Lets go of the lease, if it is still ours. */
const end = `if redis.call('HGET', KEYS[1], 'holder') == ARGV[1] then redis.call('HDEL', KEYS[1], 'holder', 'until') end`;

/**
 * The turns of all processes that share a Redis. While Redis is away nobody is asked: what waits goes on when it is back.
 * Redis learns of nothing but the names of hosts.
 */
export class RedisHostTurns extends HostTurns {
  readonly #redis: RedisLine;
  /** Of this process only the first in each line asks Redis. */
  readonly #own = new MemoryHostTurns({ burst: 1, every: 0 });
  readonly #pace: Pace;
  readonly #prefix: string;
  readonly #lease: number;

  constructor(url: string, { pace = politePace, prefix = 'relais', lease = 45_000 }: RedisHostTurnsOptions = {}) {
    super();
    this.#redis = new RedisLine(url);
    this.#pace = pace;
    this.#prefix = prefix;
    this.#lease = lease;
  }

  take<Result>(host: string, signal: AbortSignal | undefined, errand: () => Promise<Result>): Promise<Result> {
    return this.#own.take(host, signal, async () => {
      const key = `${this.#prefix}:host:${host}`;
      const me = randomUUID();
      try {
        for (let wait = await this.#begin(key, me, host, signal); wait > 0;) {
          await setTimeout(wait, undefined, { ...(signal && { signal }) });
          wait = await this.#begin(key, me, host, signal);
        }
        return await errand();
      } finally {
        // Also where it was called off, since Redis may have given the lease meanwhile; commands keep their order.
        this.#redis.eval(end, 1, key, me).catch(() => undefined);
      }
    });
  }

  async close(): Promise<void> {
    const { status } = this.#redis;
    if (status === 'ready') await Promise.race([this.#redis.quit().catch(() => undefined), this.#redis.gone()]);
    this.#redis.cut();
  }

  async #begin(key: string, me: string, host: string, signal: AbortSignal | undefined): Promise<number> {
    const { burst, every } = this.#pace;
    const asked = this.#redis.eval(begin, 1, key, me, burst, isThisMachine(host) ? 0 : every, this.#lease, look);
    try {
      return Number(await unlessAborted(asked, signal));
    } catch (error) {
      // Written into a connection that had just broken: asked again, and if Redis heard it all the same, it is ours.
      if (['EPIPE', 'ECONNRESET'].includes((error as NodeJS.ErrnoException).code ?? '')) return look;
      throw error;
    }
  }
}
