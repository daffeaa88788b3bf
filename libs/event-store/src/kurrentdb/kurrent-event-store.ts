import type { Recorded } from '@relais/event-sourcing';
import type { Link } from '../chain.js';
import {
  EventStore,
  streamEnded,
  StreamEnded,
  type Appended,
  type Expected,
  type NewEvent,
  type Selection,
  type Shapes,
} from '../event-store.js';
import { prepared } from '../prepared.js';
import { Appending } from './appending.js';
import { Following } from './following.js';
import { Paging } from './paging.js';
import { Places } from './places.js';
import { Session, type SessionOptions } from './session.js';
import { isReserved, linkOf, recordedOf, type Stored } from './stored.js';

export type KurrentOptions = SessionOptions &
  Readonly<{
    /** What is recorded as the time of an event. */
    now?: () => string;
    /** How events of the past are read by the code of today. */
    shapes?: Shapes;
  }>;

type Pages<Value> = AsyncIterable<readonly Value[]>;

/**
 * The log in EventStoreDB or KurrentDB, by gRPC; several processes on several machines may write. It must hold nothing but
 * Relais's log. Ids of the caller's are known per stream, as the server knows them. A copy that is broken off leaves
 * the beginning of what it was given. Where the server is not there, calls reject with `EventStoreUnavailable` after a while;
 * subscriptions wait for it for ever.
 */
export class KurrentEventStore extends EventStore {
  readonly #appending: Appending;
  readonly #paging: Paging;
  readonly #following: Following;
  readonly #places: Places;
  readonly #now: () => string;
  readonly #shapes: Shapes | undefined;

  private constructor(
    private readonly session: Session,
    { now = () => new Date().toISOString(), shapes }: KurrentOptions,
  ) {
    super();
    this.#now = now;
    this.#shapes = shapes;
    this.#appending = new Appending(session.connection, session.silence);
    this.#paging = new Paging(session.connection, session.silence);
    this.#places = new Places({
      readAll: (after) => this.#asStored(this.#paging.all(after, {}, session.persistence)),
      readAllBack: (before) => this.#asStored(this.#paging.allBack(before, {}, session.persistence)),
    });
    this.#following = new Following(session, this.#paging, (pages) => this.#recorded(pages));
  }

  /**
   * Opens the log at an address such as `esdb://user:password@host:2113` and resolves when it answers. Throws
   * `InvalidAddress`, or `EventStoreUnavailable` with one line that says what to do.
   */
  static async open(url: string, options: KurrentOptions = {}): Promise<KurrentEventStore> {
    const store = new KurrentEventStore(new Session(url, options), options);
    try {
      await store.head();
      return store;
    } catch (error) {
      await store.close();
      throw error;
    }
  }

  append(stream: string, events: readonly NewEvent[], expected: Expected): Promise<Appended> {
    return this.session.said(async () => {
      const written = prepared(stream, events, { shapes: this.#shapes });
      for (const name of [stream, ...events.map(({ type }) => type)])
        if (isReserved(name)) throw new Error(`«${name}» begins with $: such names are the event store's own`);
      const append = { stream, expected, events, prepared: written, recordedAt: this.#now() };
      const { version, position } = await this.#appending.append(append, this.session.persistence());
      return { version, position: position ?? (await this.head()) };
    });
  }

  copy(links: readonly Link[]): Promise<void> {
    return this.session.said(() => this.#appending.copy(links, this.session.persistence));
  }

  async end(stream: string): Promise<void> {
    try {
      await this.append(stream, [{ type: streamEnded, data: {} }], 'any');
    } catch (error) {
      if (!(error instanceof StreamEnded)) throw error;
    }
  }

  async *read(stream: string, after = 0): AsyncIterable<Recorded> {
    const pages = this.#paging.stream(stream, after, this.session.persistence);
    for await (const page of this.#recorded(pages)) yield* page;
  }

  async *readBack(stream: string, before = Infinity): AsyncIterable<Recorded> {
    const pages = this.#paging.streamBack(stream, before, this.session.persistence);
    for await (const page of this.#recorded(pages)) yield* page;
  }

  readAll(after = 0n, selection: Selection = {}): Pages<Recorded> {
    return this.#recorded(this.#paging.all(after, selection, this.session.persistence));
  }

  readAllBack(before?: bigint, selection: Selection = {}): Pages<Recorded> {
    return this.#recorded(this.#paging.allBack(before, selection, this.session.persistence));
  }

  async *links(after = 0n): Pages<Link> {
    const pages = this.#paging.all(after, {}, this.session.persistence);
    for await (const page of this.session.inWords(pages)) yield page.map(linkOf);
  }

  subscribe(after: bigint, signal: AbortSignal, selection: Selection = {}): Pages<Recorded> {
    return this.#following.from(after, signal, selection);
  }

  head(): Promise<bigint> {
    return this.session.said(() => this.#paging.head(this.session.persistence()));
  }

  positionAt(instant: string): Promise<bigint> {
    return this.#places.at(Date.parse(instant));
  }

  close(): Promise<void> {
    return this.session.close();
  }

  async *#asStored(pages: Pages<Stored>): Pages<Recorded> {
    for await (const page of this.session.inWords(pages)) yield page.map(recordedOf);
  }

  async *#recorded(pages: Pages<Stored>): Pages<Recorded> {
    const shapes = this.#shapes;
    for await (const events of this.#asStored(pages))
      yield shapes === undefined ? events : events.map((event) => shapes.present(event));
  }
}
