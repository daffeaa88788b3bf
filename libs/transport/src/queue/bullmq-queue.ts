import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { Queue as BullQueue, Worker } from 'bullmq';
import { pauseAfter, waitUntil } from './patience.js';
import { Queue, type Alarm, type Ringing } from './queue.js';
import { RedisLine } from '../redis/redis-line.js';

/** What Redis holds of an alarm: its id, and which setting of it the job was made for. */
type Job = Readonly<{ id: string; token: string }>;

/** Forgets a setting in one step: between a look and a deletion, another process may have set the alarm anew. */
const forget = `if redis.call('hget', KEYS[1], ARGV[1]) == ARGV[2] then return redis.call('hdel', KEYS[1], ARGV[1]) end`;

/** Puts a setting in the place of the one before, which is told, in one step. */
const put = `local before = redis.call('hget', KEYS[1], ARGV[1]); redis.call('hset', KEYS[1], ARGV[1], ARGV[2]); return before`;

/**
 * Alarms in Redis, shared by all processes. BullMQ cannot move a job that is running, so every setting of an alarm makes a
 * job of its own with a token; only the job that holds the alarm's latest token rings, the others are let go.
 */
export class BullmqQueue extends Queue {
  readonly #redis: RedisLine;
  readonly #queues = new Map<string, BullQueue<Job>>();
  readonly #workers = new Map<Worker<Job>, RedisLine>();
  readonly #handling = new Set<Promise<void>>();
  /** What was said of this outage of Redis. */
  readonly #told = new Set<string>();

  constructor(
    private readonly url: string,
    private readonly onError: (alarm: { kind: string; id: string }, error: unknown) => void = () => undefined,
    private readonly prefix = 'relais',
  ) {
    super();
    this.#redis = new RedisLine(url);
    this.#redis.on('error', (error: Error) => this.#report('connection', 'redis', error));
    this.#redis.on('ready', () => this.#told.clear());
  }

  async set({ kind, id, at }: Alarm): Promise<void> {
    const delay = waitUntil(at);
    const token = randomUUID();
    const before = (await this.#redis.eval(put, 1, this.#tokens(kind), id, token)) as string | null;
    await this.#queue(kind).add(
      kind,
      { id, token },
      {
        jobId: token,
        delay,
        removeOnComplete: true,
        removeOnFail: true,
        attempts: Number.MAX_SAFE_INTEGER,
        backoff: { type: 'patience' },
      },
    );
    // What was set before would not ring, but be there until then: whoever cancels the alarm knows of the last setting only.
    if (before !== null) await this.#queue(kind).remove(before);
    // Nor this one, where somebody set or cancelled the alarm meanwhile.
    if ((await this.#redis.hget(this.#tokens(kind), id)) !== token) await this.#queue(kind).remove(token);
  }

  async cancel(kind: string, id: string): Promise<void> {
    const token = await this.#redis.hget(this.#tokens(kind), id);
    await this.#redis.hdel(this.#tokens(kind), id);
    // It would not ring, and be there until then: nothing is to be left of what was cancelled.
    if (token !== null) await this.#queue(kind).remove(token);
  }

  async onRing(
    kind: string,
    handler: (id: string) => Promise<void>,
    { together = 1 }: Ringing = {},
  ): Promise<() => Promise<void>> {
    const line = new RedisLine(this.url);
    const worker = new Worker<Job>(kind, ({ data }) => this.#handle(kind, data, handler), {
      connection: line,
      prefix: this.prefix,
      concurrency: together,
      // A process that died in its handler is no reason to give an alarm up.
      maxStalledCount: 1_000_000,
      settings: { backoffStrategy: (attempts) => pauseAfter(attempts) },
    });
    worker.on('failed', (job, error) => this.onError({ kind, id: job?.data.id ?? 'unknown' }, error));
    worker.on('error', (error) => this.#report(kind, 'worker', error));
    this.#workers.set(worker, line);
    await worker.waitUntilReady();
    return async () => {
      await this.#end(worker, line);
      this.#workers.delete(worker);
    };
  }

  /** Resolves also when Redis is away: what was set before is there when it is back. */
  async close(): Promise<void> {
    // As soon as it is away: a handler that waits for it would never end.
    if (this.#redis.status === 'ready') this.#redis.once('close', () => this.#redis.cut());
    else this.#redis.cut();
    await Promise.all([...this.#workers].map(([worker, line]) => this.#end(worker, line)));
    await Promise.all([...this.#queues.values()].map((queue) => queue.close()));
    if (this.#redis.status === 'ready') await Promise.race([this.#redis.quit(), this.#redis.gone()]);
    this.#redis.cut();
  }

  /** BullMQ closes in good order or not at all: it waits for ever for a connection that is away. */
  async #end(worker: Worker<Job>, line: RedisLine): Promise<void> {
    const ended = worker.close();
    const away = line.status === 'ready' ? line.gone() : Promise.resolve();
    const late = Promise.allSettled(this.#handling).then(() => setTimeout(5_000, undefined, { ref: false }));
    await Promise.race([ended, away, late]);
    line.cut();
    await ended;
  }

  async #handle(kind: string, { id, token }: Job, handler: (id: string) => Promise<void>): Promise<void> {
    if ((await this.#redis.hget(this.#tokens(kind), id)) !== token) return;
    const handling = handler(id);
    this.#handling.add(handling);
    await handling.finally(() => this.#handling.delete(handling));
    await this.#redis.eval(forget, 1, this.#tokens(kind), id, token);
  }

  /** Once per outage, not at each attempt to connect again. */
  #report(kind: string, id: string, error: Error): void {
    const what = `${kind} ${id} ${error.message}`;
    if (!this.#told.has(what)) this.onError({ kind, id }, error);
    this.#told.add(what);
  }

  #queue(kind: string): BullQueue<Job> {
    const known = this.#queues.get(kind);
    if (known) return known;
    const made = new BullQueue<Job>(kind, { connection: this.#redis, prefix: this.prefix });
    // Those of its connection, which are reported already; what it is asked to do rejects by itself.
    made.on('error', () => undefined);
    this.#queues.set(kind, made);
    return made;
  }

  #tokens(kind: string): string {
    return `${this.prefix}:alarms:${kind}`;
  }
}
