import type { AssemblyId, ItemKey, SourceId } from '@relais/vocabulary';
import type { ItemFields, Refusal } from './item.js';

/** One item as its source shows it today. `hash` covers the fields; equal hashes mean that nothing changed. */
export type ReportedItem = Readonly<{ item: ItemKey; fields: ItemFields; hash: string }>;

/** Whom it is about. */
export type Of = { source: SourceId; assembly: AssemblyId };

/** What a source shows today. */
export type Report = Of & {
  type: 'report';
  items: readonly ReportedItem[];
  /** They came by themselves, and say nothing of whether the source can be read, or of what it had before. */
  pushed?: boolean;
  /** Items that it says are deleted. */
  withdrawn?: readonly ItemKey[];
  /** Items whose keys were never seen, and those among the known that they are: new key to old. */
  renamed?: ReadonlyMap<ItemKey, ItemKey>;
  /** Items that it no longer shows, though it shows all there is. */
  vanished?: readonly ItemKey[];
  /** What of it could not be used; `hash` covers all of it. Left out where nothing was read. */
  refused?: Readonly<{ all: readonly Refusal[]; hash: string }>;
  /** It has had nothing new for longer than it usually has not. */
  silence?: Readonly<{ days: number; usual: number }>;
};
