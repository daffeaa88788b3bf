import { specification } from '@relais/event-sourcing/testing';
import type { LetterId, ListId } from '@relais/vocabulary';
import { canary } from './canary.js';

const { given } = specification(canary);
const list = 'echanges' as ListId;
const letter = 'copy-1' as LetterId;
const data = { list, letter, delay: 2, dkim: 'pass' as const, aligned: true, listId: null, subject: 'Lettre' };
const arrived = { type: 'canary.arrived' as const, data };
const missed = { type: 'canary.missed' as const, data: { list, letter, waited: 3_600 } };
const arrive = { type: 'arrive' as const, arrived: data };
const miss = { type: 'miss' as const, missed: missed.data };

describe('the canary of an external list', () => {
  it('tells once that a copy arrived, however often it comes', () => {
    given().when(arrive).then(arrived);
    given(arrived)
      .when({ ...arrive, arrived: { ...data, delay: 9 } })
      .thenNothing();
  });

  it('tells once that a copy is missed, and never of one that arrived', () => {
    given().when(miss).then(missed);
    given(missed).when(miss).thenNothing();
    given(arrived).when(miss).thenNothing();
  });

  it('tells that what was missed arrived after all', () => {
    given(missed).when(arrive).then(arrived);
    given(missed, arrived).when(arrive).thenNothing();
  });

  it('knows one copy from another', () => {
    const other = { ...data, letter: 'copy-2' as LetterId };
    given(arrived, missed).when({ type: 'arrive', arrived: other }).then({ type: 'canary.arrived', data: other });
  });
});
