import { Queue, type Alarm, type Ringing } from './queue.js';
import { Turnstile } from './turnstile.js';
import { pauseAfter, waitUntil } from './patience.js';

/** The longest that a timer of Node.js can wait; a longer alarm is set again when this has passed. */
const longestTimer = 2 ** 31 - 1;

type Handler = (id: string) => Promise<void>;
type Ringer = Readonly<{ handler: Handler; turns: Turnstile }>;

/** An alarm as it was last set. It stays set until its ringing has ended well, so that moving or cancelling it then still counts. */
type Setting = { readonly alarm: Alarm; readonly failures: number; timer?: NodeJS.Timeout };

const keyOf = (kind: string, id: string): string => JSON.stringify([kind, id]);

/** Alarms in this process, by timers that do not keep it alive. Nothing is kept: what is due is computed from the log at start. */
export class EmbeddedQueue extends Queue {
  readonly #settings = new Map<string, Setting>();
  readonly #ringers = new Map<string, Ringer>();
  /** Those that may still be ringing, also where nobody listens any more. */
  readonly #turns = new Set<Turnstile>();
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

  async onRing(kind: string, handler: Handler, { together = 1 }: Ringing = {}): Promise<() => Promise<void>> {
    const ringer = { handler, turns: new Turnstile(together) };
    this.#ringers.set(kind, ringer);
    this.#turns.add(ringer.turns);
    for (const { alarm, failures } of [...this.#settings.values()]) if (alarm.kind === kind) this.#arm(alarm, failures);
    return async () => {
      if (this.#ringers.get(kind) === ringer) this.#ringers.delete(kind);
      await ringer.turns.empty();
      this.#turns.delete(ringer.turns);
    };
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const { timer } of this.#settings.values()) clearTimeout(timer);
    this.#settings.clear();
    await Promise.all([...this.#turns].map((turns) => turns.empty()));
  }

  #arm(alarm: Alarm, failures: number): void {
    const wait = waitUntil(alarm.at);
    if (this.#closed) return;
    const key = keyOf(alarm.kind, alarm.id);
    clearTimeout(this.#settings.get(key)?.timer);
    const setting: Setting = { alarm, failures };
    if (this.#ringers.has(alarm.kind))
      setting.timer = setTimeout(() => this.#due(key, setting), Math.min(wait, longestTimer)).unref();
    this.#settings.set(key, setting);
  }

  #due(key: string, setting: Setting): void {
    const { alarm, failures } = setting;
    if (waitUntil(alarm.at) > 0) return this.#arm(alarm, failures);
    this.#ringers.get(alarm.kind)?.turns.enter(() => this.#ring(key, setting));
  }

  async #ring(key: string, setting: Setting): Promise<void> {
    const { alarm, failures } = setting;
    const ringer = this.#ringers.get(alarm.kind);
    // While it waited for its turn, it may have been moved or cancelled, or there may be nobody to ring any more.
    if (ringer === undefined || this.#settings.get(key) !== setting) return;
    try {
      await ringer.handler(alarm.id);
      if (this.#settings.get(key) === setting) this.#settings.delete(key);
    } catch (error) {
      this.onError(alarm, error);
      if (this.#settings.get(key) !== setting) return;
      this.#arm({ ...alarm, at: new Date(Date.now() + pauseAfter(failures + 1)).toISOString() }, failures + 1);
    }
  }
}
