import { NO_STREAM, StreamDeletedError, WrongExpectedVersionError } from '@eventstore/db-client';
import type { Recorded } from '@relais/event-sourcing';
import type { Link } from '../chain.js';
import { StreamEnded, streamEnded, WrongVersion, type Appended, type Expected, type NewEvent } from '../event-store.js';
import { alreadyRecorded, isAsExpected } from '../expectation.js';
import type { Prepared } from '../prepared.js';
import type { Connection } from './connection.js';
import { pageOfStream, pageSize, StreamDeleted } from './pages.js';
import { persist, within, type Persistence } from './patience.js';
import { positionOf, recordedOf, sentOf, versionOf, type Stored } from './stored.js';

/** How many events, and how many characters of them, a copy sends at once: well below what a server takes by default. */
const run = { events: 500, characters: 250_000 };

/** Where a stream stands: its last event. */
type Tail = Readonly<{ version: number; ended: boolean }>;

/** One append: what is to be written, and where. */
export type Append = Readonly<{
  stream: string;
  expected: Expected;
  events: readonly NewEvent[];
  prepared: readonly Prepared[];
  recordedAt: string;
}>;

export type Written = Readonly<{ version: number; position?: bigint }>;

/** Writes into streams, each time at the one version that it has read: so a call that is made again can never record twice. */
export class Appending {
  constructor(
    private readonly connection: Connection,
    private readonly silence: number,
  ) {}

  /** Without a position for no events. Rejects with what an append rejects with, having written nothing, or with a fault. */
  async append(append: Append, persistence: Persistence): Promise<Written> {
    try {
      return await this.#appended(append, persistence);
    } catch (error) {
      if (error instanceof StreamDeleted || error instanceof StreamDeletedError) throw new StreamEnded(append.stream);
      throw error;
    }
  }

  async #appended(append: Append, persistence: Persistence): Promise<Written> {
    const { stream, expected, events, prepared, recordedAt } = append;
    for (;;) {
      const tail = await persist(persistence, () => this.#tail(stream));
      const before = await persist(persistence, () => this.#recordedBefore(append));
      if (before) return before;
      if (tail.ended) throw new StreamEnded(stream);
      if (!isAsExpected(expected, tail.version)) throw new WrongVersion(stream, expected, tail.version);
      if (events.length === 0) return { version: tail.version };
      try {
        const written = prepared.map((event) => ({ ...event, recordedAt }));
        return await persist(persistence, (left) => this.#write(stream, tail.version, written, left));
      } catch (error) {
        if (!(error instanceof WrongExpectedVersionError)) throw error;
        // Somebody wrote since we looked: look again, and decide by what is there now.
        if (Date.now() >= persistence.until) throw new WrongVersion(stream, expected, actualOf(error));
      }
    }
  }

  /** Writes what another log holds; where it stops, what is written is the beginning of it, in order. */
  async copy(links: readonly Link[], persistence: () => Persistence): Promise<void> {
    const tails = new Map<string, Tail>();
    for (const { stream, version, type } of links) {
      const tail = tails.get(stream) ?? (await persist(persistence(), () => this.#tail(stream)));
      if (tail.ended) throw new StreamEnded(stream);
      if (tail.version !== version - 1) throw new WrongVersion(stream, version - 1, tail.version);
      tails.set(stream, { version, ended: type === streamEnded });
    }
    for (const part of runsOf(links)) {
      const [{ stream, version }] = part;
      await persist(persistence(), (left) => this.#write(stream, version - 1, part, left));
    }
  }

  async #write(
    stream: string,
    version: number,
    events: readonly Parameters<typeof sentOf>[0][],
    left: number,
  ): Promise<Appended> {
    const deadline = Math.min(left, this.silence);
    const sent = this.connection.appendToStream(stream, events.map(sentOf), {
      expectedRevision: version === 0 ? NO_STREAM : BigInt(version - 1),
      requiresLeader: true,
      deadline,
    });
    const { nextExpectedRevision, position } = await within(deadline, `appending to ${stream}`, sent);
    const last = Number(nextExpectedRevision) + 1;
    return { version: last, position: position?.commit ?? (await this.#positionOf(stream, last)) };
  }

  async #positionOf(stream: string, version: number): Promise<bigint> {
    const [event] = await pageOfStream(this.connection, this.silence, stream, { from: BigInt(version - 1), most: 1 });
    if (event === undefined) throw new Error(`version ${version} of ${stream} was written and is not there`);
    return positionOf(event);
  }

  async #tail(stream: string): Promise<Tail> {
    const [last] = await pageOfStream(this.connection, this.silence, stream, { back: true, most: 1 });
    return { version: last ? versionOf(last) : 0, ended: last?.type === streamEnded };
  }

  /** Ids of the caller's are looked for in the stream: the server keeps no index of them. */
  async #recordedBefore({ stream, events }: Append): Promise<Appended | undefined> {
    const ids = new Set(events.flatMap(({ id }) => (id === undefined ? [] : [id.toLowerCase()])));
    if (ids.size === 0) return undefined;
    const found = new Map<string, Recorded>();
    for (let from: bigint | undefined; ;) {
      const page: Stored[] = await pageOfStream(this.connection, this.silence, stream, {
        back: true,
        ...(from !== undefined && { from }),
      });
      for (const event of page)
        if (ids.has(event.id.toLowerCase())) found.set(event.id.toLowerCase(), recordedOf(event));
      const first = page.at(-1)?.revision ?? 0n;
      if (page.length < pageSize || first === 0n || found.size === ids.size) break;
      from = first - 1n;
    }
    return alreadyRecorded(stream, events, (id) => found.get(id));
  }
}

const actualOf = ({ actualVersion }: WrongExpectedVersionError): number =>
  typeof actualVersion === 'bigint' ? Number(actualVersion) + 1 : 0;

/** Neighbours of one stream together, as many as are sent at once. */
function* runsOf(links: readonly Link[]): Iterable<readonly [Link, ...Link[]]> {
  let part: [Link, ...Link[]] | undefined;
  let characters = 0;
  for (const link of links) {
    characters += link.data.length + link.metadata.length;
    if (part && part[0].stream === link.stream && part.length < run.events && characters < run.characters) {
      part.push(link);
      continue;
    }
    if (part) yield part;
    part = [link];
    characters = link.data.length + link.metadata.length;
  }
  if (part) yield part;
}
