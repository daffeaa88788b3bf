import { Queue, type Alarm } from './queue.js';
import { pauseAfter, waitUntil } from './patience.js';

/** The longest that a timer of Node.js can wait; a longer alarm is set again when this has passed. */
const longestTimer = 2 ** 31 - 1;

type Handler = (id: string) => Promise<void>;

/** An alarm as it was last set. It stays set until its ringing has ended well, so that moving or cancelling it then still counts. */
type Setting = { readonly alarm: Alarm; readonly failures: number; timer?: NodeJS.Timeout };

const keyOf = (kind: string, id: string): string => JSON.stringify([kind, id]);

/** Alarms in this process, by timers that do not keep it alive. Nothing is kept: what is due is computed from the log at start. */
export class EmbeddedQueue extends Queue {
  readonly #settings = new Map<string, Setting>();
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
    const key = keyOf(kind, id);
    clearTimeout(this.#settings.get(key)?.timer);
    this.#settings.delete(key);
  }

  async onRing(kind: string, handler: Handler): Promise<() => Promise<void>> {
    this.#handlers.set(kind, handler);
    for (const { alarm, failures } of [...this.#settings.values()]) if (alarm.kind === kind) this.#arm(alarm, failures);
    return async () => {
      if (this.#handlers.get(kind) === handler) this.#handlers.delete(kind);
      await this.#ringing.get(kind);
    };
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const { timer } of this.#settings.values()) clearTimeout(timer);
    this.#settings.clear();
    await Promise.all(this.#ringing.values());
  }

  #arm(alarm: Alarm, failures: number): void {
    const wait = waitUntil(alarm.at);
    if (this.#closed) return;
    const key = keyOf(alarm.kind, alarm.id);
    clearTimeout(this.#settings.get(key)?.timer);
    const setting: Setting = { alarm, failures };
    if (this.#handlers.has(alarm.kind))
      setting.timer = setTimeout(() => this.#due(key, setting), Math.min(wait, longestTimer)).unref();
    this.#settings.set(key, setting);
  }

  #due(key: string, setting: Setting): void {
    const { alarm, failures } = setting;
    if (waitUntil(alarm.at) > 0) return this.#arm(alarm, failures);
    const before = this.#ringing.get(alarm.kind) ?? Promise.resolve();
    this.#ringing.set(
      alarm.kind,
      before.then(() => this.#ring(key, setting)),
    );
  }

  async #ring(key: string, setting: Setting): Promise<void> {
    const { alarm, failures } = setting;
    const handler = this.#handlers.get(alarm.kind);
    // While it waited for its turn, it may have been moved or cancelled, or there may be nobody to ring any more.
    if (handler === undefined || this.#settings.get(key) !== setting) return;
    try {
      await handler(alarm.id);
      if (this.#settings.get(key) === setting) this.#settings.delete(key);
    } catch (error) {
      this.onError(alarm, error);
      if (this.#settings.get(key) !== setting) return;
      this.#arm({ ...alarm, at: new Date(Date.now() + pauseAfter(failures + 1)).toISOString() }, failures + 1);
    }
  }
}
