import { accept, type Decider, type Decision } from '@relais/event-sourcing';
import type { AssemblyId, ItemKey, SourceId } from '@relais/vocabulary';
import type { SourceEvent } from './events.js';
import type { FailureReason, ItemFields } from './item.js';

/** One item as its source shows it today. `hash` covers the fields; equal hashes mean that nothing changed. */
export type ReportedItem = Readonly<{ item: ItemKey; fields: ItemFields; hash: string }>;

export type SourceCommand = { source: SourceId; assembly: AssemblyId } & (
  | { type: 'report'; items: readonly ReportedItem[]; withdrawn?: readonly ItemKey[] }
  | { type: 'fail'; reason: FailureReason }
);

type Source = Readonly<{
  read: boolean;
  failing: boolean;
  /** Hash of each item shown; null once withdrawn. It belongs to one fold, which fills it in place: it may hold many thousands. */
  items: Map<ItemKey, string | null>;
}>;

/** Reporting the same thing twice records nothing: that is what makes collecting repeatable. */
const report = (
  { source, assembly, items, withdrawn = [] }: Extract<SourceCommand, { type: 'report' }>,
  state: Source,
): Decision<SourceEvent, never> => {
  const of = { source, assembly };
  const events: SourceEvent[] = [];
  if (state.failing) events.push({ type: 'source.recovered', data: of });
  if (!state.read) events.push({ type: 'source.first-read', data: { ...of, items: items.length } });
  const seen = new Set<ItemKey>();
  for (const { item, fields, hash } of items) {
    if (seen.has(item)) continue;
    seen.add(item);
    const known = state.items.get(item);
    if (known === hash) continue;
    if (known === undefined)
      events.push({
        type: 'source.item-published',
        data: { ...of, item, fields, hash, ...(state.read ? {} : { backlog: true as const }) },
      });
    else events.push({ type: 'source.item-revised', data: { ...of, item, fields, hash } });
  }
  for (const item of new Set(withdrawn))
    if (state.items.get(item) && !seen.has(item))
      events.push({ type: 'source.item-withdrawn', data: { ...of, item, reason: 'tombstone' } });
  return accept(...events);
};

const decide = (command: SourceCommand, state: Source): Decision<SourceEvent, never> => {
  switch (command.type) {
    case 'report':
      return report(command, state);
    case 'fail': {
      const { source, assembly, reason } = command;
      return state.failing ? accept() : accept({ type: 'source.failed', data: { source, assembly, reason } });
    }
  }
};

/** What every fold starts from, and none may write into. */
const initial: Source = { read: false, failing: false, items: new Map() };

const holding = (state: Source, item: ItemKey, hash: string | null): Source => {
  const own = state.items === initial.items ? { ...state, items: new Map<ItemKey, string | null>() } : state;
  own.items.set(item, hash);
  return own;
};

const evolve = (state: Source, event: SourceEvent): Source => {
  switch (event.type) {
    case 'source.first-read':
      return { ...state, read: true };
    case 'source.item-published':
    case 'source.item-revised':
      return holding(state, event.data.item, event.data.hash);
    case 'source.item-withdrawn':
      return holding(state, event.data.item, null);
    case 'source.failed':
      return { ...state, failing: true };
    case 'source.recovered':
      return { ...state, failing: false };
    case 'source.item-rekeyed':
    case 'source.items-refused':
    case 'source.gone':
    case 'source.moved':
    case 'source.fell-silent':
      return state;
  }
};

/** A state is the fold's that made it: an earlier state of the same fold is not to be used again. */
export const source: Decider<Source, SourceCommand, SourceEvent> = { initial, decide, evolve };
