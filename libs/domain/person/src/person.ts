import { accept, type Decider } from '@relais/event-sourcing';
import type { PersonId } from '@relais/vocabulary';
import type { PersonEvent } from './events.js';

export type PersonCommand = { type: 'erase'; person: PersonId };

type Person = { status: 'known' } | { status: 'erased' };

/** Whose address stands sealed in the log, until they want to be forgotten: once, and for good. */
export const person: Decider<Person, PersonCommand, PersonEvent> = {
  initial: { status: 'known' },
  decide: ({ person: id }, { status }) =>
    status === 'erased' ? accept() : accept({ type: 'person.erased', data: { person: id } }),
  evolve: (_state, event) => {
    switch (event.type) {
      case 'person.erased':
        return { status: 'erased' };
    }
  },
};
