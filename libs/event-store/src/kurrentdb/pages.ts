import { BACKWARDS, END, FORWARDS, START, StreamDeletedError, StreamNotFoundError } from '@eventstore/db-client';
import type { Readable } from 'node:stream';
import { UnknownPosition } from '../event-store.js';
import type { Connection } from './connection.js';
import { isInvalidPosition, Silence } from './faults.js';
import type { Stored } from './stored.js';

export const pageSize = 1_000;

/** The stream was deleted at the server, not ended by us: what it held is gone, or will be. */
export class StreamDeleted extends Error {
  override readonly name = 'StreamDeleted';
  constructor(readonly stream: string) {
    super(
      `${stream} was deleted for good at the event store, by somebody with its tools: its events can no longer be read`,
    );
  }
}

type Page = Readable & { cancel(): Promise<void> };

/** Everything of one answer. Rejects with Silence where nothing comes for so long, and lets go of the call. */
const collected = (page: Page, silence: number, what: string): Promise<Stored[]> =>
  new Promise((resolve, reject) => {
    const events: Stored[] = [];
    const timer = setTimeout(() => {
      reject(new Silence(`${what}: no answer within ${silence} ms`));
      page.cancel().catch(() => undefined);
    }, silence);
    page.on('data', ({ event }: { event?: Stored }) => {
      timer.refresh();
      if (event) events.push(event);
    });
    page.on('end', () => {
      clearTimeout(timer);
      resolve(events);
    });
    // It stays: an error that comes after the first one must not end the process.
    page.on('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
  });

/** One page of a stream from a revision on, in either direction; empty for a stream that is not there. */
export const pageOfStream = async (
  connection: Connection,
  silence: number,
  stream: string,
  { from, back = false, most = pageSize }: { from?: bigint; back?: boolean; most?: number } = {},
): Promise<Stored[]> => {
  const page = connection.readStream(stream, {
    direction: back ? BACKWARDS : FORWARDS,
    fromRevision: from ?? (back ? END : START),
    maxCount: most,
    requiresLeader: true,
  });
  try {
    return await collected(page as unknown as Page, silence, `reading ${stream}`);
  } catch (error) {
    if (error instanceof StreamNotFoundError) return [];
    if (error instanceof StreamDeletedError) throw new StreamDeleted(stream);
    throw error;
  }
};

const pageOfAll = (
  connection: Connection,
  silence: number,
  from: bigint | undefined,
  back: boolean,
  most: number,
): Promise<Stored[]> => {
  const page = connection.readAll({
    direction: back ? BACKWARDS : FORWARDS,
    fromPosition: from === undefined ? (back ? END : START) : { commit: from, prepare: from },
    maxCount: most,
    requiresLeader: true,
  });
  return collected(page as unknown as Page, silence, 'reading the log');
};

/** The events from a position on, the one there included; from the beginning of the log where there is none before. */
export const pageFrom = (
  connection: Connection,
  silence: number,
  from: bigint,
  most = pageSize + 1,
): Promise<Stored[]> => pageOfAll(connection, silence, from <= 0n ? undefined : from, false, most);

/** Says of which position it was that nothing begins at it, whatever else was tried on its behalf. */
export const whereUnknown =
  (position: bigint) =>
  (error: unknown): never => {
    throw isInvalidPosition(error) ? new UnknownPosition(position) : error;
  };

/**
 * The same, for whoever has seen everything up to a position. The server knows only positions at which an event begins, and
 * whoever means "from this one on" may have asked for what is after the number before it: then it is the next.
 */
export const pageAfter = async (connection: Connection, silence: number, after: bigint): Promise<Stored[]> => {
  try {
    return await pageFrom(connection, silence, after);
  } catch (error) {
    if (!isInvalidPosition(error)) throw error;
    return pageFrom(connection, silence, after + 1n).catch(whereUnknown(after));
  }
};

/** The events before a position, the last one first; from the end of the log without one. */
export const pageBefore = (
  connection: Connection,
  silence: number,
  before: bigint | undefined,
  most = pageSize,
): Promise<Stored[]> => pageOfAll(connection, silence, before, true, most);
