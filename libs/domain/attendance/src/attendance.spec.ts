import { specification } from '@relais/event-sourcing/testing';
import type { GatheringId, PersonId } from '@relais/vocabulary';
import type { Answer } from './events.js';
import { attendance } from './attendance.js';

const { given } = specification(attendance);
const answered = (answer: Answer) => ({
  ...{ gathering: 'g1' as GatheringId, person: 'p1' as PersonId },
  ...{ answer, via: 'page' as const },
});
const answer = (one: Answer) => ({ type: 'answer' as const, answered: answered(one) });
const recorded = (one: Answer) => ({ type: 'attendance.answered' as const, data: answered(one) });

describe('an attendance', () => {
  it('is what the person answered', () => {
    given().when(answer('yes')).then(recorded('yes'));
  });

  it('is answered once, however often the same is said', () => {
    given(recorded('yes')).when(answer('yes')).thenNothing();
  });

  it('may be answered otherwise, and back', () => {
    given(recorded('yes')).when(answer('no')).then(recorded('no'));
    given(recorded('yes'), recorded('no')).when(answer('yes')).then(recorded('yes'));
  });
});
