import { specification } from '@relais/event-sourcing/testing';
import type { PersonId } from '@relais/vocabulary';
import { person } from './person.js';

const { given } = specification(person);
const erase = { type: 'erase' as const, person: 'p1' as PersonId };
const erased = { type: 'person.erased' as const, data: { person: 'p1' as PersonId } };

describe('a person', () => {
  it('is erased when that is asked for, by nothing but their random id', () => {
    given().when(erase).then(erased);
  });

  it('is erased once', () => {
    given(erased).when(erase).thenNothing();
  });
});
