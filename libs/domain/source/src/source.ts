import { accept, type Decider, type Decision } from '@relais/event-sourcing';
import type { AssemblyId, Instant, ItemKey, SourceId } from '@relais/vocabulary';
import type { SourceEvent } from './events.js';
import type { FailureReason, ItemFields, Refusal } from './item.js';
import { evolve, unread, type KnownSource } from './known-source.js';
import { report } from './reporting.js';

/** One item as its source shows it today. `hash` covers the fields; equal hashes mean that nothing changed. */
export type ReportedItem = Readonly<{ item: ItemKey; fields: ItemFields; hash: string }>;

type Of = { source: SourceId; assembly: AssemblyId };

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

/** It could not be read; `gone` where its server says again that it never will be. */
type Failure = Of & { type: 'fail'; reason: FailureReason; lastRead?: Instant; gone?: boolean };

export type SourceCommand = Report | Failure | (Of & { type: 'move'; to: string });

const fail = (
  { source, assembly, reason, lastRead, gone = false }: Failure,
  state: KnownSource,
): Decision<SourceEvent, never> => {
  const data = { source, assembly, reason, ...(lastRead && { lastRead }) };
  if (gone) return state.gone ? accept() : accept({ type: 'source.gone', data });
  return state.failing ? accept() : accept({ type: 'source.failed', data });
};

const decide = (command: SourceCommand, state: KnownSource): Decision<SourceEvent, never> => {
  switch (command.type) {
    case 'report':
      return report(command, state);
    case 'fail':
      return fail(command, state);
    case 'move': {
      const { source, assembly, to } = command;
      return state.movedTo === to ? accept() : accept({ type: 'source.moved', data: { source, assembly, to } });
    }
  }
};

/** A state is the fold's that made it: an earlier state of the same fold is not to be used again. */
export const source: Decider<KnownSource, SourceCommand, SourceEvent> = { initial: unread, decide, evolve };
