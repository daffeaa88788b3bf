import type { Event, Metadata, Recorded } from '@relais/event-sourcing';
import type { Link } from './chain.js';

/** Where the stream must stand for an append to go through: its last version, or that there is none yet. */
export type Expected = 'any' | 'no stream' | number;

/**
 * An event to record; with an `id` (a UUID) of the caller's, appending it again records nothing. The schema in its metadata
 * is the store's to say.
 */
export type NewEvent = Event & Readonly<{ id?: string; metadata?: Omit<Metadata, 'schema'> }>;

/** What an append came to: the stream's version and the log's position after its last event. */
export type Appended = Readonly<{ version: number; position: bigint }>;

/**
 * Which events to read: without `types`, all of them. `page` is how many at a time, for who folds a long log in little memory: what is
 * read dies young then. Less than 1,000; an adapter may not heed it.
 */
export type Selection = Readonly<{ types?: readonly string[]; page?: number }>;

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

/** The stream was ended for good; what it holds can still be read. */
export class StreamEnded extends Error {
  override readonly name = 'StreamEnded';
  constructor(readonly stream: string) {
    super(`${stream} was ended: nothing more is recorded in it`);
  }
}

/** No event stands at this position, of a log whose positions are not numbers without gaps. */
export class UnknownPosition extends Error {
  override readonly name = 'UnknownPosition';
  constructor(readonly position: bigint) {
    super(`no event stands at position ${position}`);
  }
}

/** The type of the last event of a stream that was ended; its data is empty. */
export const streamEnded = 'log.stream-ended';

/** How events of the past are read by the code of today; without it, events are given back as they are stored. */
export type Shapes = Readonly<{
  /** Which schema an event of this type is written in, from 1. */
  schemaOf(type: string): number;
  /** A stored event in the shape of today; throws for one that this code cannot know. */
  present(event: Recorded): Recorded;
}>;

/** The log: streams of events, and the one order in which all of them were recorded. An abstract class, so that it is its own injection token. */
export abstract class EventStore {
  /**
   * Records all of the events or none, durably before it resolves. Rejects with {@link WrongVersion}, or
   * {@link StreamEnded}. If every event carries an id that the stream already holds with equal content, nothing is recorded
   * and the old place is returned.
   */
  abstract append(stream: string, events: readonly NewEvent[], expected: Expected): Promise<Appended>;
  /** A stream's events from its first (or after a version); nothing for a stream that is not there. */
  abstract read(stream: string, after?: number): AsyncIterable<Recorded>;
  /** A stream's events, the last one first, from its end or from before a version. */
  abstract readBack(stream: string, before?: number): AsyncIterable<Recorded>;
  /**
   * Every event recorded after this position, in order, as it stood when each page was read, in pages of at most 1,000. The
   * position is 0, that of an event, or the one before it; of any other, an adapter may throw {@link UnknownPosition}.
   */
  abstract readAll(after?: bigint, selection?: Selection): AsyncIterable<readonly Recorded[]>;
  /**
   * The same, and then what is recorded from now on, without a gap or a repeat, until aborted. Pages are never empty.
   * Slow readers are not waited for and miss nothing.
   */
  abstract subscribe(after: bigint, signal: AbortSignal, selection?: Selection): AsyncIterable<readonly Recorded[]>;
  /**
   * Every event recorded before this position (or all), the last one first, in pages of at most 1,000. The position is that of
   * an event, or the one after it; of any other, an adapter may throw {@link UnknownPosition}.
   */
  abstract readAllBack(before?: bigint, selection?: Selection): AsyncIterable<readonly Recorded[]>;
  /** What the chain of the log is made of, after this position, in order, in pages of at most 1,000: as it is stored. */
  abstract links(after?: bigint): AsyncIterable<readonly Link[]>;
  /**
   * Records events of another log as they are there, with their ids and times, after what is recorded here: how a log moves.
   * All of them or none; rejects with {@link WrongVersion} where a stream does not stand right before its next event.
   */
  abstract copy(links: readonly Link[]): Promise<void>;
  /** Ends a stream for good, with a last event of the type {@link streamEnded}; ending it again changes nothing. */
  abstract end(stream: string): Promise<void>;
  /** The position of the last event; 0 for an empty log. */
  abstract head(): Promise<bigint>;
  /**
   * Where the log stood at an instant: at the last event recorded then or before; 0 before the first. Times are those of the
   * clocks that recorded, and are taken to rise with the positions: where one was set back, it is some place of the log.
   */
  abstract positionAt(instant: string): Promise<bigint>;
  /** Ends every subscription and lets go of files and connections. */
  abstract close(): Promise<void>;
}
