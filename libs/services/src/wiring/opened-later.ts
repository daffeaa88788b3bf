import type { Recorded } from '@relais/event-sourcing';
import {
  EventStore,
  type Appended,
  type Expected,
  type Link,
  type NewEvent,
  type Selection,
} from '@relais/event-store';

/** A log that is opened by the first call of it: what only may need it need not wait for it. */
export class OpenedLater extends EventStore {
  #opened: Promise<EventStore> | undefined;

  constructor(private readonly open: () => Promise<EventStore>) {
    super();
  }

  async append(stream: string, events: readonly NewEvent[], expected: Expected): Promise<Appended> {
    return (await this.#store()).append(stream, events, expected);
  }

  async *read(stream: string, after?: number): AsyncIterable<Recorded> {
    yield* (await this.#store()).read(stream, after);
  }

  async *readBack(stream: string, before?: number): AsyncIterable<Recorded> {
    yield* (await this.#store()).readBack(stream, before);
  }

  async *readAll(after?: bigint, selection?: Selection): AsyncIterable<readonly Recorded[]> {
    yield* (await this.#store()).readAll(after, selection);
  }

  async *subscribe(after: bigint, signal: AbortSignal, selection?: Selection): AsyncIterable<readonly Recorded[]> {
    yield* (await this.#store()).subscribe(after, signal, selection);
  }

  async *readAllBack(before?: bigint, selection?: Selection): AsyncIterable<readonly Recorded[]> {
    yield* (await this.#store()).readAllBack(before, selection);
  }

  async *links(after?: bigint): AsyncIterable<readonly Link[]> {
    yield* (await this.#store()).links(after);
  }

  async copy(links: readonly Link[]): Promise<void> {
    return (await this.#store()).copy(links);
  }

  async end(stream: string): Promise<void> {
    return (await this.#store()).end(stream);
  }

  async head(): Promise<bigint> {
    return (await this.#store()).head();
  }

  async positionAt(instant: string): Promise<bigint> {
    return (await this.#store()).positionAt(instant);
  }

  /** Where it could not be opened, whoever called it knows. */
  async close(): Promise<void> {
    const store = await this.#opened?.catch(() => undefined);
    await store?.close();
  }

  #store(): Promise<EventStore> {
    return (this.#opened ??= this.open());
  }
}
