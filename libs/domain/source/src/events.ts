import type { Event } from '@relais/event-sourcing';
import type { AssemblyId, ItemKey, SourceId } from '@relais/vocabulary';
import type { FailureReason, ItemFields } from './item.js';

type Of<Data> = { source: SourceId; assembly: AssemblyId } & Data;

export type SourceEvent =
  /** Its first document was read; what it already showed then is its backlog, not news. */
  | Event<'source.first-read', Of<{ items: number }>>
  | Event<'source.item-published', Of<{ item: ItemKey; fields: ItemFields; hash: string; backlog?: true }>>
  | Event<'source.item-revised', Of<{ item: ItemKey; fields: ItemFields; hash: string }>>
  | Event<'source.item-withdrawn', Of<{ item: ItemKey; reason: 'tombstone' | 'gone' | 'vanished' }>>
  /** It could be read until now; recorded once, not at every attempt. */
  | Event<'source.failed', Of<{ reason: FailureReason }>>
  | Event<'source.recovered', Of<object>>;

/** Every type once: leave one out and this stops compiling. */
export const sourceEventTypes: Record<SourceEvent['type'], true> = {
  'source.first-read': true,
  'source.item-published': true,
  'source.item-revised': true,
  'source.item-withdrawn': true,
  'source.failed': true,
  'source.recovered': true,
};
