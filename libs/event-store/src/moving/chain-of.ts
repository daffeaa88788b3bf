import { beginning, chained, type Link } from '../chain.js';
import type { EventStore } from '../event-store.js';

/** An event with its place in its log, from 1, and its hash in the chain: positions are each store's own, these are not. */
export type Numbered = Link & Readonly<{ number: number; hash: string }>;

/** How far a log goes: so many events, and the hash of the last. */
export type Extent = Readonly<{ events: number; hash: string }>;

/** A log that holds nothing. */
export const emptyLog: Extent = { events: 0, hash: beginning };

/** A log's own chain does not fit what it holds: it was altered, or its file is damaged. */
export class BrokenChain extends Error {
  override readonly name = 'BrokenChain';
  constructor(readonly position: bigint) {
    super(
      `the log is not as it was written at position ${position}: its chain breaks there (relais verify says more). What is before is whole. Restore a backup`,
    );
  }
}

/** Every event of a log in order, its hash worked out anew from the first on. Throws {@link BrokenChain} where the store wrote down another. */
export async function* chainOf(store: EventStore): AsyncIterable<readonly Numbered[]> {
  let [number, hash] = [0, beginning];
  for await (const page of store.links())
    yield page.map((link) => {
      hash = chained(hash, link);
      if (link.hash !== undefined && link.hash !== hash) throw new BrokenChain(link.position);
      return { ...link, hash, number: ++number };
    });
}

/** How far a log goes, all of it read and its chain worked out anew. */
export const extentOf = async (store: EventStore): Promise<Extent> => {
  let extent = emptyLog;
  for await (const page of chainOf(store)) {
    const { number: events, hash } = page.at(-1) ?? { number: extent.events, hash: extent.hash };
    extent = { events, hash };
  }
  return extent;
};
