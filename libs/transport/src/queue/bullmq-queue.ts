import { randomUUID } from 'node:crypto';
import { Queue as BullQueue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { pauseAfter } from './patience.js';
import { Queue, type Alarm } from './queue.js';

/** What Redis holds of an alarm: its id, and which setting of it the job was made for. */
type Job = Readonly<{ id: string; token: string }>;

/**
 * Alarms in Redis, shared by all processes. BullMQ cannot move a job that is running, so every setting of an alarm makes a
 * job of its own with a token; only the job that holds the alarm's latest token rings, the others are let go.
 */
export class BullmqQueue extends Queue {
  readonly #redis: Redis;
  readonly #queues = new Map<string, BullQueue<Job>>();
  readonly #workers = new Map<string, Worker<Job>>();

  constructor(
    private readonly url: string,
    private readonly onError: (alarm: { kind: string; id: string }, error: unknown) => void = () => undefined,
    private readonly prefix = 'relais',
  ) {
    super();
    this.#redis = new Redis(url, { maxRetriesPerRequest: null });
    this.#redis.on('error', (error: unknown) => this.onError({ kind: 'connection', id: 'redis' }, error));
  }

  async set({ kind, id, at }: Alarm): Promise<void> {
    const token = randomUUID();
    await this.#redis.hset(this.#tokens(kind), id, token);
    await this.#queue(kind).add(
      kind,
      { id, token },
      {
        jobId: token,
        delay: Math.max(0, Date.parse(at) - Date.now()),
        removeOnComplete: true,
        removeOnFail: true,
        attempts: Number.MAX_SAFE_INTEGER,
        backoff: { type: 'patience' },
      },
    );
  }

  async cancel(kind: string, id: string): Promise<void> {
    await this.#redis.hdel(this.#tokens(kind), id);
  }

  async onRing(kind: string, handler: (id: string) => Promise<void>): Promise<() => Promise<void>> {
    const worker = new Worker<Job>(
      kind,
      async ({ data: { id, token } }) => {
        if ((await this.#redis.hget(this.#tokens(kind), id)) !== token) return;
        await handler(id);
        // Set anew by its own handler: the newer token stays.
        if ((await this.#redis.hget(this.#tokens(kind), id)) === token) await this.#redis.hdel(this.#tokens(kind), id);
      },
      {
        connection: this.#connection(),
        prefix: this.prefix,
        concurrency: 1,
        settings: { backoffStrategy: (attempts) => pauseAfter(attempts) },
      },
    );
    worker.on('failed', (job, error) => this.onError({ kind, id: job?.data.id ?? 'unknown' }, error));
    worker.on('error', (error) => this.onError({ kind, id: 'worker' }, error));
    this.#workers.set(kind, worker);
    await worker.waitUntilReady();
    return async () => {
      this.#workers.delete(kind);
      await worker.close();
    };
  }

  async close(): Promise<void> {
    await Promise.all([...this.#workers.values()].map((worker) => worker.close()));
    await Promise.all([...this.#queues.values()].map((queue) => queue.close()));
    await this.#redis.quit();
  }

  #queue(kind: string): BullQueue<Job> {
    const known =
      this.#queues.get(kind) ?? new BullQueue<Job>(kind, { connection: this.#connection(), prefix: this.prefix });
    this.#queues.set(kind, known);
    return known;
  }

  #connection(): { url: string; maxRetriesPerRequest: null } {
    return { url: this.url, maxRetriesPerRequest: null };
  }

  #tokens(kind: string): string {
    return `${this.prefix}:alarms:${kind}`;
  }
}
