import type { Event } from '@relais/event-sourcing';
import type { PersonId } from '@relais/vocabulary';

/** A random id is all that is left of whoever was erased. */
export type PersonEvent = Event<'person.erased', { person: PersonId }>;

/** Every type once: leave one out and this stops compiling. */
export const personEventTypes: Record<PersonEvent['type'], true> = {
  'person.erased': true,
};
