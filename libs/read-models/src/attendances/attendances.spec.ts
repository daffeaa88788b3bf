import type { Answer } from '@relais/attendance';
import type { HubEvent } from '@relais/catalogue';
import type { PersonId } from '@relais/vocabulary';
import { meeting, specification } from '../testing/index.js';
import { attendances } from './attendances.js';

const { given } = specification(attendances);
const answered = (person: string, answer: Answer): HubEvent => ({
  type: 'attendance.answered',
  data: { gathering: meeting, person: person as PersonId, answer, via: 'page' },
});

describe('attendances', () => {
  it('are how many answered what', () =>
    given(answered('p1', 'yes'), answered('p2', 'yes'), answered('p3', 'no')).then({
      ...{ gathering: meeting, yes: 2, maybe: 0, no: 1 },
    }));

  it('count the last answer of each', () =>
    given(answered('p1', 'yes'), answered('p2', 'maybe'), answered('p1', 'no')).then({ yes: 0, maybe: 1, no: 1 }));

  it('keep what somebody answered who wants to be forgotten, as a number', () =>
    given(answered('p1', 'yes'), { type: 'person.erased', data: { person: 'p1' as PersonId } }).then({ yes: 1 }));
});
