import { Queue, type Alarm } from './queue.js';
import { pauseAfter } from './patience.js';

/** The longest that a timer of Node.js can wait; a longer alarm is set again when this has passed. */
const longestTimer = 2 ** 31 - 1;

type Handler = (id: string) => Promise<void>;

/** Alarms in this process, by timers. Nothing is kept: what is due is computed from the log at start. */
export class EmbeddedQueue extends Queue {
  readonly #timers = new Map<string, { alarm: Alarm; timer: NodeJS.Timeout | undefined; failures: number }>();
  readonly #handlers = new Map<string, Handler>();
  /** The last ringing of each kind: the next one waits for it. */
  readonly #ringing = new Map<string, Promise<void>>();
  #closed = false;

  constructor(private readonly onError: (alarm: Alarm, error: unknown) => void = () => undefined) {
    super();
  }

  async set(alarm: Alarm): Promise<void> {
    this.#arm(alarm, 0);
  }

  async cancel(kind: string, id: string): Promise<void> {
    const key = `${kind} ${id}`;
    clearTimeout(this.#timers.get(key)?.timer);
    this.#timers.delete(key);
  }

  async onRing(kind: string, handler: Handler): Promise<() => Promise<void>> {
    this.#handlers.set(kind, handler);
    for (const { alarm, failures } of [...this.#timers.values()]) if (alarm.kind === kind) this.#arm(alarm, failures);
    return async () => {
      this.#handlers.delete(kind);
      await this.#ringing.get(kind);
    };
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const { timer } of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
    await Promise.all(this.#ringing.values());
  }

  #arm(alarm: Alarm, failures: number): void {
    if (this.#closed) return;
    const key = `${alarm.kind} ${alarm.id}`;
    clearTimeout(this.#timers.get(key)?.timer);
    const wait = Math.max(0, Date.parse(alarm.at) - Date.now());
    const timer = this.#handlers.has(alarm.kind)
      ? setTimeout(() => this.#due(key, alarm, failures), Math.min(wait, longestTimer)).unref()
      : undefined;
    this.#timers.set(key, { alarm, timer, failures });
  }

  #due(key: string, alarm: Alarm, failures: number): void {
    if (Date.parse(alarm.at) > Date.now()) return this.#arm(alarm, failures);
    this.#timers.delete(key);
    const before = this.#ringing.get(alarm.kind) ?? Promise.resolve();
    this.#ringing.set(
      alarm.kind,
      before.then(() => this.#ring(key, alarm, failures)),
    );
  }

  async #ring(key: string, alarm: Alarm, failures: number): Promise<void> {
    const handler = this.#handlers.get(alarm.kind);
    if (handler === undefined || this.#closed) return;
    try {
      await handler(alarm.id);
    } catch (error) {
      this.onError(alarm, error);
      // The handler may have set it anew before it failed: that wish is the later one.
      if (this.#timers.has(key)) return;
      this.#arm({ ...alarm, at: new Date(Date.now() + pauseAfter(failures + 1)).toISOString() }, failures + 1);
    }
  }
}
