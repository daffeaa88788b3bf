import { accept, refuse, type Decider, type Decision } from '@relais/event-sourcing';
import type { NotaryEvent } from './events.js';

/** The one stream of checkpoints. */
export const checkpointStream = 'log-checkpoints';

export type NotaryCommand = { type: 'fix'; position: string; size: number; hash: string; note: string };

/** One of the same size says another hash: the log was rewritten, or it is another log. */
export type NotaryRefusal = { type: 'contradicted'; size: number; hash: string };

export type Checkpoints = { status: 'none' } | { status: 'fixed'; size: number; hash: string };

const decide = (
  { position, size, hash, note }: NotaryCommand,
  state: Checkpoints,
): Decision<NotaryEvent, NotaryRefusal> => {
  if (state.status === 'fixed') {
    if (state.size === size && state.hash !== hash) return refuse({ type: 'contradicted', size, hash: state.hash });
    // Another notary was there first.
    if (state.size >= size) return accept();
  }
  return accept({ type: 'log.checkpointed', data: { position, size, hash, note } });
};

const evolve = (state: Checkpoints, event: NotaryEvent): Checkpoints => {
  switch (event.type) {
    case 'log.checkpointed':
      return { status: 'fixed', size: event.data.size, hash: event.data.hash };
    case 'log.stream-ended':
      return state;
  }
};

/** Checkpoints only ever go on: the same is never fixed twice, nor less than is fixed. */
export const notary: Decider<Checkpoints, NotaryCommand, NotaryEvent, NotaryRefusal> = {
  initial: { status: 'none' },
  decide,
  evolve,
};
