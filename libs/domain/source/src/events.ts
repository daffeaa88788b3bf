import type { Event } from '@relais/event-sourcing';
import type { AssemblyId, Instant, ItemKey, SourceId } from '@relais/vocabulary';
import type { FailureReason, ItemFields, Refusal } from './item.js';

type Of<Data> = { source: SourceId; assembly: AssemblyId } & Data;

export type SourceEvent =
  /** Its first document was read; what it already showed then is its backlog, not news. */
  | Event<'source.first-read', Of<{ items: number }>>
  /** `pushed`: it came to the source by itself, by form, mail or webhook, so that no document need show it. */
  | Event<
      'source.item-published',
      Of<{ item: ItemKey; fields: ItemFields; hash: string; backlog?: true; pushed?: true }>
    >
  | Event<'source.item-revised', Of<{ item: ItemKey; fields: ItemFields; hash: string; pushed?: true }>>
  | Event<'source.item-withdrawn', Of<{ item: ItemKey; reason: 'tombstone' | 'gone' | 'vanished' }>>
  /** The same item goes by another key now, since its source or its site changed its names. */
  | Event<'source.item-rekeyed', Of<{ from: ItemKey; to: ItemKey }>>
  /**
   * Which items of its document cannot be used, and why: all of `refused`, the first of them in `first`. Recorded when that
   * changes; with none, all can be read again. `hash` covers all of them, also those that `first` leaves out.
   */
  | Event<'source.items-refused', Of<{ refused: number; first: readonly Refusal[]; hash?: string }>>
  /** It could be read until now, the last time at `lastRead`; recorded once, not at every attempt. */
  | Event<'source.failed', Of<{ reason: FailureReason; lastRead?: Instant }>>
  | Event<'source.recovered', Of<object>>
  /** Its server says that it is there no more; it is asked no more until somebody wants to know. */
  | Event<'source.gone', Of<{ reason: FailureReason; lastRead?: Instant }>>
  /** It is read at another address from now on. */
  | Event<'source.moved', Of<{ to: string }>>
  /** Nothing new for so many days; it usually shows something each `usual` days. Over with the next item. */
  | Event<'source.fell-silent', Of<{ days: number; usual: number }>>;

/** Every type once: leave one out and this stops compiling. */
export const sourceEventTypes: Record<SourceEvent['type'], true> = {
  'source.first-read': true,
  'source.item-published': true,
  'source.item-revised': true,
  'source.item-withdrawn': true,
  'source.item-rekeyed': true,
  'source.items-refused': true,
  'source.failed': true,
  'source.recovered': true,
  'source.gone': true,
  'source.moved': true,
  'source.fell-silent': true,
};
