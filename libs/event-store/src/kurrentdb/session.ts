import { addressOf } from './address.js';
import { connectionTo, type Connection } from './connection.js';
import { inWords } from './faults.js';
import { within, type Persistence } from './patience.js';

export type SessionOptions = Readonly<{
  /** How long an answer is waited for, in milliseconds. */
  silence?: number;
  /** How long a call is tried again where the server is not there, in milliseconds; also at the start. */
  patience?: number;
  /** How often followers look for what they were not told of, in milliseconds. */
  lookAgain?: number;
}>;

/** A server, for as long as it is spoken to: how long to wait for it, and how to say what is wrong with it. */
export class Session {
  readonly connection: Connection;
  readonly silence: number;
  readonly lookAgain: number;
  readonly #name: string;
  readonly #patience: number;
  readonly #end = new AbortController();

  /** Opens nothing yet; throws `InvalidAddress`. */
  constructor(url: string, { silence = 10_000, patience = 20_000, lookAgain = 5_000 }: SessionOptions) {
    const address = addressOf(url);
    this.connection = connectionTo(address);
    this.silence = silence;
    this.lookAgain = lookAgain;
    this.#name = address.name;
    this.#patience = patience;
  }

  /** Aborted when it is closed. */
  get signal(): AbortSignal {
    return this.#end.signal;
  }

  /** For a call that begins now. */
  readonly persistence = (): Persistence => ({ signal: this.#end.signal, until: Date.now() + this.#patience });

  /** For what waits for the server however long it is away. */
  readonly endless = (): Persistence => ({ signal: this.#end.signal, until: Infinity });

  /** What the work comes to, or what is wrong in the words of whoever has to see to it. */
  async said<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      throw inWords(this.#name, error);
    }
  }

  async *inWords<Value>(values: AsyncIterable<Value>): AsyncIterable<Value> {
    try {
      yield* values;
    } catch (error) {
      throw inWords(this.#name, error);
    }
  }

  /** Ends every call and every wait. */
  async close(): Promise<void> {
    if (this.#end.signal.aborted) return;
    this.#end.abort(new Error(`the event store at ${this.#name} was closed`));
    await within(this.silence, 'closing', this.connection.close()).catch(() => undefined);
  }
}
