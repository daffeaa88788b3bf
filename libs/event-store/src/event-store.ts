import type { Event, Recorded } from '@relais/event-sourcing';

/** Where the stream must stand for an append to go through: its last version, or that there is none yet. */
export type Expected = 'any' | 'no stream' | number;

/** An event to record; with an `id` (a UUID) of the caller's, appending it again records nothing. */
export type NewEvent = Event & Readonly<{ id?: string }>;

/** What an append came to: the stream's version and the log's position after its last event. */
export type Appended = Readonly<{ version: number; position: bigint }>;

/** Which events to read. Without `types`, all of them. */
export type Selection = Readonly<{ types?: readonly string[] }>;

/** Somebody else wrote first: read again and decide again. */
export class WrongVersion extends Error {
  override readonly name = 'WrongVersion';
  constructor(
    readonly stream: string,
    readonly expected: Expected,
    readonly actual: number,
  ) {
    super(`${stream} is at version ${actual}, not ${expected === 'no stream' ? 'new' : expected}`);
  }
}

/** An id that the log already knows came with another event: a mistake of the caller's, never a retry. */
export class DuplicateId extends Error {
  override readonly name = 'DuplicateId';
  constructor(readonly id: string) {
    super(`another event was recorded under the id ${id}`);
  }
}

/** The log: streams of events, and the one order in which all of them were recorded. An abstract class, so that it is its own injection token. */
export abstract class EventStore {
  /**
   * Records all of the events or none, durably before it resolves. Rejects with {@link WrongVersion}. If every event
   * carries an id that the stream already holds with equal content, nothing is recorded and the old place is returned.
   */
  abstract append(stream: string, events: readonly NewEvent[], expected: Expected): Promise<Appended>;
  /** A stream's events from its first (or after a version); nothing for a stream that is not there. */
  abstract read(stream: string, after?: number): AsyncIterable<Recorded>;
  /** Every event recorded after this position, in order, as it stood when each page was read, in pages of at most 1,000. */
  abstract readAll(after?: bigint, selection?: Selection): AsyncIterable<readonly Recorded[]>;
  /**
   * The same, and then what is recorded from now on, without a gap or a repeat, until aborted. Pages are never empty.
   * Slow readers are not waited for and miss nothing.
   */
  abstract subscribe(after: bigint, signal: AbortSignal, selection?: Selection): AsyncIterable<readonly Recorded[]>;
  /** The position of the last event; 0 for an empty log. */
  abstract head(): Promise<bigint>;
  /** Ends every subscription and lets go of files and connections. */
  abstract close(): Promise<void>;
}
