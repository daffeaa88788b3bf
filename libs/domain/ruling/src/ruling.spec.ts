import { specification } from '@relais/event-sourcing/testing';
import type { AdminId, Basis, ItemKey, RulingId, SourceId } from '@relais/vocabulary';
import type { RulingEvent } from './events.js';
import { ruling, type RulingCommand } from './ruling.js';

const { given } = specification(ruling);
const [id, by] = ['r1' as RulingId, 'secretariat' as AdminId];
const basis = (source: string): Basis => ({ source: source as SourceId, item: 'item' as ItemKey });
const announcements = [basis('wiki'), basis('facebook')] as const;
const rule: RulingCommand = { type: 'rule', ruling: id, verdict: 'same', announcements, by };
const made: RulingEvent = { type: 'ruling.made', data: { ruling: id, verdict: 'same', announcements, by } };
const revoke: RulingCommand = { type: 'revoke', ruling: id, by };
const revoked: RulingEvent = { type: 'ruling.revoked', data: { ruling: id, by } };

describe('a ruling', () => {
  it('is made once, by whom it says, with the note that was left', () => {
    given().when(rule).then(made);
    given()
      .when({ ...rule, note: 'vu' })
      .then({ type: 'ruling.made', data: { ...made.data, note: 'vu' } });
    given(made).when(rule).thenRefused({ type: 'already-made', ruling: id });
    given(made, revoked).when(rule).thenRefused({ type: 'already-made', ruling: id });
  });

  it('takes two announcements', () => {
    const [one] = announcements;
    given()
      .when({ ...rule, announcements: [one, basis('wiki')] })
      .thenRefused({ type: 'one-announcement', announcement: one });
  });

  it('is revoked once', () => {
    given(made).when(revoke).then(revoked);
    given(made, revoked).when(revoke).thenRefused({ type: 'already-revoked', ruling: id });
    given().when(revoke).thenRefused({ type: 'never-made', ruling: id });
  });
});
