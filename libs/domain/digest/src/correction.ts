import { accept, type Decider, type EventOf } from '@relais/event-sourcing';
import type { DigestEvent } from './events.js';

export type CorrectionEvent = EventOf<DigestEvent, 'correction.composed'>;
export type CorrectionCommand = { type: 'compose'; composed: CorrectionEvent['data'] };

/** A correction is composed once: its id names what changed and when. */
export const correction: Decider<{ isComposed: boolean }, CorrectionCommand, CorrectionEvent> = {
  initial: { isComposed: false },
  decide: ({ composed }, { isComposed }) =>
    isComposed ? accept() : accept({ type: 'correction.composed', data: composed }),
  evolve: () => ({ isComposed: true }),
};
