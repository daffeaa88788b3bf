import { excludeSystemEvents, START, type AllStreamSubscription } from '@eventstore/db-client';
import type { Wake } from '../wake.js';
import type { Connection } from './connection.js';
import { pause, pauseBefore } from './patience.js';
import { positionOf, type Stored } from './stored.js';

export type ListeningOptions = Readonly<{
  /** Where the log ends; waits for a server that is not there. */
  head: () => Promise<bigint>;
  /** How long a subscription may take to begin, in milliseconds. */
  silence: number;
  /** However quiet the server is, whoever follows looks again after so long: a subscription can die without a word. */
  lookAgain: number;
  signal: AbortSignal;
}>;

/**
 * Hears from the server that something was written, and wakes whoever follows: each reads on by itself from where it
 * stands, so a slow reader fills no memory, and what the subscription misses or says twice is of no consequence.
 */
export class Listening {
  #begun = false;

  constructor(
    private readonly connection: Connection,
    private readonly wake: Wake,
    private readonly options: ListeningOptions,
  ) {}

  /** Begins at the first call, and comes back by itself after every fault, until aborted. */
  begin(): void {
    if (this.#begun) return;
    this.#begun = true;
    const timer = setInterval(() => this.wake.wake(), this.options.lookAgain).unref();
    // What is wrong for good is said to whoever follows, by what they read.
    void this.#listen()
      .catch(() => undefined)
      .finally(() => clearInterval(timer));
  }

  async #listen(): Promise<void> {
    const { head, signal } = this.options;
    let position = await head();
    let failed = 0;
    const confirmed = (): void => {
      failed = 0;
      // What was written before this moment was perhaps not heard: it is read.
      this.wake.wake();
    };
    const heard = (event: Stored): void => {
      position = positionOf(event);
      this.wake.wake();
    };
    while (!signal.aborted) {
      await this.#once(position, confirmed, heard);
      await pause(pauseBefore(++failed), signal);
    }
  }

  /** One subscription, from its beginning to whatever ends it. */
  async #once(from: bigint, confirmed: () => void, heard: (event: Stored) => void): Promise<void> {
    const subscription = this.connection.subscribeToAll({
      fromPosition: from === 0n ? START : { commit: from, prepare: from },
      filter: excludeSystemEvents(),
      requiresLeader: true,
    });
    await this.#ended(subscription, confirmed, heard);
    subscription.unsubscribe().catch(() => undefined);
  }

  #ended(subscription: AllStreamSubscription, confirmed: () => void, heard: (event: Stored) => void): Promise<void> {
    const { signal, silence } = this.options;
    return new Promise((resolve) => {
      const late = setTimeout(() => done(), silence);
      const done = (): void => {
        clearTimeout(late);
        signal.removeEventListener('abort', done);
        resolve();
      };
      signal.addEventListener('abort', done);
      subscription
        .on('confirmation', () => {
          clearTimeout(late);
          confirmed();
        })
        .on('data', ({ event }) => {
          if (event) heard(event);
        })
        .on('end', done)
        .on('close', done)
        // It stays: a fault that comes after the first one must not end the process.
        .on('error', done);
    });
  }
}
