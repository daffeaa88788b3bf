import type { DatabaseSync } from 'node:sqlite';
import type { Recorded } from '@relais/event-sourcing';
import type { Link } from '../chain.js';
import { DuplicateId, StreamEnded, WrongVersion, type Appended } from '../event-store.js';
import { inWords } from './write-faults.js';
import { Writing, type Append, type Head } from './writing.js';

type Waiting = Readonly<{ append: Append; resolve: (appended: Appended) => void; reject: (error: unknown) => void }>;
type Outcome = Readonly<{ appended: Appended } | { error: unknown }>;

const refusals = [WrongVersion, StreamEnded, DuplicateId];

/** How many events are written in one transaction at most, so that others get their turn of the thread in between. */
const most = 1_000;

/**
 * Appends that come while others are on their way are written in one transaction, and so share one flush to the disk. One
 * that is refused leaves the others alone; where the transaction itself fails, all of them fail.
 */
export class GroupCommit {
  #waiting: Waiting[] = [];
  readonly #writing: Writing;

  constructor(
    private readonly database: DatabaseSync,
    private readonly now: () => string,
    private readonly find: (id: string) => Recorded | undefined,
    private readonly committed: () => void,
  ) {
    this.#writing = new Writing(database);
  }

  /** Resolves once it is durable. */
  append(append: Append): Promise<Appended> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ append, resolve, reject });
      if (this.#waiting.length === 1) setImmediate(() => this.#commitSome());
    });
  }

  /** Writes whatever still waits, at once. */
  flush(): void {
    while (this.#waiting.length > 0) this.#commit(this.#waiting.splice(0));
  }

  #commitSome(): void {
    let [count, events] = [0, 0];
    for (const { append } of this.#waiting) {
      events += append.events.length;
      if (count > 0 && events > most) break;
      count++;
    }
    const some = this.#waiting.splice(0, count);
    if (this.#waiting.length > 0) setImmediate(() => this.#commitSome());
    if (some.length > 0) this.#commit(some);
  }

  /** Writes events of another log as they are there, in a transaction of their own after what waits. */
  copy(links: readonly Link[]): void {
    this.flush();
    this.#transaction((head) => {
      for (const { stream, version, recordedAt, ...event } of links)
        this.#writing.write(
          { stream, expected: version === 1 ? 'no stream' : version - 1, events: [], prepared: [event] },
          head,
          recordedAt,
          this.find,
        );
    });
  }

  #commit(some: readonly Waiting[]): void {
    let outcomes: readonly Outcome[] = [];
    try {
      this.#transaction((head) => {
        outcomes = some.map(({ append }) => this.#outcome(append, head));
      });
    } catch (error) {
      for (const { reject } of some) reject(error);
      return;
    }
    for (const [index, { resolve, reject }] of some.entries()) {
      const outcome = outcomes[index] as Outcome;
      if ('error' in outcome) reject(outcome.error);
      else resolve(outcome.appended);
    }
  }

  #transaction(work: (head: Head) => void): void {
    try {
      this.database.exec('BEGIN IMMEDIATE');
      const head = this.#writing.head();
      const before = head.position;
      work(head);
      this.database.exec('COMMIT');
      if (head.position > before) this.committed();
    } catch (error) {
      if (this.database.isOpen && this.database.isTransaction) this.database.exec('ROLLBACK');
      throw inWords(this.database, error);
    }
  }

  /** A refusal has written nothing; anything else undoes the whole transaction. */
  #outcome(append: Append, head: Head): Outcome {
    try {
      return { appended: this.#writing.write(append, head, this.now(), this.find) };
    } catch (error) {
      if (refusals.some((refusal) => error instanceof refusal)) return { error };
      throw error;
    }
  }
}
