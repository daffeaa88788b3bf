import { accept, type Decider, type EventOf } from '@relais/event-sourcing';
import type { LetterId } from '@relais/vocabulary';
import type { CanaryEvent } from './events.js';

export type CanaryCommand =
  | { type: 'arrive'; arrived: EventOf<CanaryEvent, 'canary.arrived'>['data'] }
  | { type: 'miss'; missed: EventOf<CanaryEvent, 'canary.missed'>['data'] };

/** Letters that arrived, and those that were given up: one that is late arrives after all. */
type Canary = Readonly<{ arrived: ReadonlySet<LetterId>; missed: ReadonlySet<LetterId> }>;

/** The subscriber of ours on an external list: of each copy it is told once that it came, or did not. */
export const canary: Decider<Canary, CanaryCommand, CanaryEvent> = {
  initial: { arrived: new Set(), missed: new Set() },
  decide: (command, { arrived, missed }) => {
    if (command.type === 'arrive')
      return arrived.has(command.arrived.letter) ? accept() : accept({ type: 'canary.arrived', data: command.arrived });
    const { letter } = command.missed;
    return arrived.has(letter) || missed.has(letter)
      ? accept()
      : accept({ type: 'canary.missed', data: command.missed });
  },
  evolve: ({ arrived, missed }, { type, data: { letter } }) =>
    type === 'canary.arrived'
      ? { arrived: new Set([...arrived, letter]), missed }
      : { arrived, missed: new Set([...missed, letter]) },
};
