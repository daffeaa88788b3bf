import { accept, type Decider, type Decision } from '@relais/event-sourcing';
import type { Instant } from '@relais/vocabulary';
import type { SourceEvent } from './events.js';
import type { FailureReason } from './item.js';
import { evolve, unread, type KnownSource } from './known-source.js';
import type { Of, Report } from './report.js';
import { report } from './reporting.js';

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
