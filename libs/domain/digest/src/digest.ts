import { accept, refuse, type Decider } from '@relais/event-sourcing';
import type { EventOf } from '@relais/event-sourcing';
import type { IssueId } from '@relais/vocabulary';
import type { DigestEvent } from './events.js';

export type DigestCommand =
  | { type: 'compose'; composed: EventOf<DigestEvent, 'digest.composed'>['data'] }
  | { type: 'complete'; issue: IssueId; letters: number };

export type DigestRefusal = { type: 'already-composed'; issue: IssueId } | { type: 'not-composed'; issue: IssueId };

type Digest = { status: 'unknown' } | { status: 'composed' | 'completed' };

/** One issue: composed once, complete when each of its letters came to an end. */
export const digest: Decider<Digest, DigestCommand, DigestEvent, DigestRefusal> = {
  initial: { status: 'unknown' },
  decide: (command, state) => {
    switch (command.type) {
      case 'compose':
        return state.status === 'unknown'
          ? accept({ type: 'digest.composed', data: command.composed })
          : refuse({ type: 'already-composed', issue: command.composed.issue });
      case 'complete': {
        const { issue, letters } = command;
        if (state.status === 'unknown') return refuse({ type: 'not-composed', issue });
        return state.status === 'completed' ? accept() : accept({ type: 'digest.completed', data: { issue, letters } });
      }
    }
  },
  evolve: (_state, event) => {
    switch (event.type) {
      case 'digest.composed':
        return { status: 'composed' };
      case 'digest.completed':
        return { status: 'completed' };
    }
  },
};
