import type { Selection } from '../event-store.js';
import type { Connection } from './connection.js';
import { isInvalidPosition } from './faults.js';
import { pageAfter, pageBefore, pageFrom, pageOfStream, pageSize, whereUnknown } from './pages.js';
import { persist, type Persistence } from './patience.js';
import { isOurs, positionOf, versionOf, type Stored } from './stored.js';

type Pages = AsyncIterable<readonly Stored[]>;
/** Asked anew for every page, so that what takes long may take long. */
type Patience = () => Persistence;

/** Reads streams and the whole log page by page: the next one is asked for when the last one was taken. */
export class Paging {
  constructor(
    private readonly connection: Connection,
    private readonly silence: number,
  ) {}

  async *stream(stream: string, after: number, patience: Patience): Pages {
    for (let from = BigInt(after); ;) {
      const page = await persist(patience(), () => pageOfStream(this.connection, this.silence, stream, { from }));
      if (page.length > 0) yield page;
      if (page.length < pageSize) return;
      from = (page.at(-1)?.revision ?? from) + 1n;
    }
  }

  async *streamBack(stream: string, before: number, patience: Patience): Pages {
    // The last event before version 2 has version 1, which is revision 0.
    let from = before === Infinity ? undefined : BigInt(before) - 2n;
    while (from === undefined || from >= 0n) {
      const at = from === undefined ? {} : { from };
      const read = () => pageOfStream(this.connection, this.silence, stream, { back: true, ...at });
      const page: Stored[] = await persist(patience(), read);
      const ours = page.filter((event) => versionOf(event) < before);
      if (ours.length > 0) yield ours;
      if (page.length < pageSize) return;
      from = (page.at(-1)?.revision ?? 0n) - 1n;
    }
  }

  /** The server is asked for everything: of this client only subscriptions can be selective. */
  async *all(after: bigint, selection: Selection, patience: Patience): Pages {
    for (let from = after; ;) {
      const start = from;
      const page = await persist(patience(), () => pageAfter(this.connection, this.silence, start));
      const next = page.filter((event) => positionOf(event) > start).slice(0, pageSize);
      const selected = next.filter((event) => isSelected(event, selection));
      if (selected.length > 0) yield selected;
      const last = next.at(-1);
      if (page.length <= pageSize || last === undefined) return;
      from = positionOf(last);
    }
  }

  async *allBack(before: bigint | undefined, selection: Selection, patience: Patience): Pages {
    for (let from = before; ;) {
      const start = from;
      if (start !== undefined && start <= 0n) return;
      const page = await persist(patience(), () => this.#before(start));
      const selected = page.filter((event) => isSelected(event, selection));
      if (selected.length > 0) yield selected;
      const first = page.at(-1);
      if (page.length < pageSize || first === undefined) return;
      from = positionOf(first);
    }
  }

  /** Behind the last event of the log the server may have written some of its own. */
  async head(persistence: Persistence): Promise<bigint> {
    for (let from: bigint | undefined, most = 10; ; most = pageSize) {
      const [start, size] = [from, most];
      const page = await persist(persistence, () => pageBefore(this.connection, this.silence, start, size));
      const last = page.find(isOurs);
      if (last) return positionOf(last);
      const first = page.at(-1);
      if (page.length < size || first === undefined) return 0n;
      from = positionOf(first);
    }
  }

  /**
   * The server knows only positions at which an event begins. Behind the last one there is none of ours; and whoever means
   * "up to this one" may have asked for what is before the number after it.
   */
  async #before(before: bigint | undefined): Promise<Stored[]> {
    try {
      return await pageBefore(this.connection, this.silence, before);
    } catch (error) {
      if (before === undefined || !isInvalidPosition(error)) throw error;
      const page = await pageBefore(this.connection, this.silence, undefined);
      if (page.every((event) => positionOf(event) < before)) return page;
      const [event] = await pageFrom(this.connection, this.silence, before - 1n, 1).catch(whereUnknown(before));
      if (event === undefined) throw error;
      return [event, ...(await pageBefore(this.connection, this.silence, before - 1n, pageSize - 1))];
    }
  }
}

const isSelected = (event: Stored, { types }: Selection): boolean =>
  isOurs(event) && (types === undefined || types.includes(event.type));
