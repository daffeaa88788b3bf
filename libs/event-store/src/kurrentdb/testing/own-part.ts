import { randomUUID } from 'node:crypto';
import type { Recorded } from '@relais/event-sourcing';
import type { Link } from '../../chain.js';
import { EventStore, type Appended, type Expected, type NewEvent, type Selection } from '../../event-store.js';

/**
 * A part of a log that holds other things too, as if it were a log of its own: it begins where that log ends now, and its
 * streams have names of their own there. For tests against a server that is not empty, and that others use.
 */
export class OwnPart extends EventStore {
  readonly #prefix = `test-${randomUUID()}-`;

  private constructor(
    private readonly whole: EventStore,
    private readonly beginning: bigint,
  ) {
    super();
  }

  static async of(whole: EventStore): Promise<OwnPart> {
    return new OwnPart(whole, await whole.head());
  }

  async append(stream: string, events: readonly NewEvent[], expected: Expected): Promise<Appended> {
    const { version, position } = await this.whole.append(this.#prefix + stream, events, expected);
    return { version, position: position > this.beginning ? position : 0n };
  }

  async *read(stream: string, after?: number): AsyncIterable<Recorded> {
    for await (const event of this.whole.read(this.#prefix + stream, after)) yield this.#named(event);
  }

  async *readBack(stream: string, before?: number): AsyncIterable<Recorded> {
    for await (const event of this.whole.readBack(this.#prefix + stream, before)) yield this.#named(event);
  }

  readAll(after = 0n, selection?: Selection): AsyncIterable<readonly Recorded[]> {
    return this.#own(this.whole.readAll(this.#from(after), selection));
  }

  subscribe(after: bigint, signal: AbortSignal, selection?: Selection): AsyncIterable<readonly Recorded[]> {
    return this.#own(this.whole.subscribe(this.#from(after), signal, selection));
  }

  async *readAllBack(before?: bigint, selection?: Selection): AsyncIterable<readonly Recorded[]> {
    for await (const page of this.whole.readAllBack(before, selection)) {
      const own = page.filter((event) => this.#isOwn(event)).map((event) => this.#named(event));
      if (own.length > 0) yield own;
      if (page.some(({ position }) => position <= this.beginning)) return;
    }
  }

  links(after = 0n): AsyncIterable<readonly Link[]> {
    return this.#own(this.whole.links(this.#from(after)));
  }

  copy(links: readonly Link[]): Promise<void> {
    return this.whole.copy(links.map((link) => ({ ...link, stream: this.#prefix + link.stream })));
  }

  end(stream: string): Promise<void> {
    return this.whole.end(this.#prefix + stream);
  }

  async head(): Promise<bigint> {
    for await (const [last] of this.readAllBack()) return last?.position ?? 0n;
    return 0n;
  }

  async positionAt(instant: string): Promise<bigint> {
    const position = await this.whole.positionAt(instant);
    for await (const [last] of this.readAllBack(position + 1n)) return last?.position ?? 0n;
    return 0n;
  }

  close(): Promise<void> {
    return this.whole.close();
  }

  #from(after: bigint): bigint {
    return after > this.beginning ? after : this.beginning;
  }

  #isOwn({ stream, position }: Readonly<{ stream: string; position: bigint }>): boolean {
    return position > this.beginning && stream.startsWith(this.#prefix);
  }

  #named<Placed extends Readonly<{ stream: string }>>(placed: Placed): Placed {
    return { ...placed, stream: placed.stream.slice(this.#prefix.length) };
  }

  async *#own<Placed extends Readonly<{ stream: string; position: bigint }>>(
    pages: AsyncIterable<readonly Placed[]>,
  ): AsyncIterable<readonly Placed[]> {
    for await (const page of pages) {
      const own = page.filter((placed) => this.#isOwn(placed)).map((placed) => this.#named(placed));
      if (own.length > 0) yield own;
    }
  }
}
