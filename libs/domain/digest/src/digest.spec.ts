import { specification } from '@relais/event-sourcing/testing';
import type { AssemblyId, IssueId, ListId } from '@relais/vocabulary';
import { digest } from './digest.js';

const { given } = specification(digest);
const issue = 'info-lille-2026-11' as IssueId;
const issued = {
  ...{ issue, list: 'info-lille' as ListId, assembly: 'lille' as AssemblyId, date: '2026-11-01' },
  ...{ period: { since: null, until: '2026-11-01T08:00:00Z' }, position: '42', template: 1, hash: 'ab'.repeat(32) },
  content: { upcoming: [], announced: [], news: [] },
};
const composed = { type: 'digest.composed' as const, data: issued };
const completed = { type: 'digest.completed' as const, data: { issue, letters: 3 } };
const compose = { type: 'compose' as const, composed: issued };
const complete = { type: 'complete' as const, issue, letters: 3 };

describe('an issue', () => {
  it('is composed once', () => {
    given().when(compose).then(composed);
    given(composed).when(compose).thenRefused({ type: 'already-composed', issue });
    given(composed, completed).when(compose).thenRefused({ type: 'already-composed', issue });
  });

  it('is completed once, after it was composed', () => {
    given().when(complete).thenRefused({ type: 'not-composed', issue });
    given(composed).when(complete).then(completed);
    given(composed, completed).when(complete).thenNothing();
  });
});
