import type { HubEvent } from '@relais/catalogue';
import type { AdminId, IssueId, ListId } from '@relais/vocabulary';
import { lille, recordedAt, specification } from '../testing/index.js';
import { issues } from './issues.js';

const { given } = specification(issues);
const issue = 'info-lille-2026-11' as IssueId;
const data = {
  issue,
  list: 'info-lille' as ListId,
  assembly: lille,
  date: '2026-11-15',
  period: { since: null, until: '2026-11-15T08:00:00Z' },
  position: '40',
  template: 1,
  content: { upcoming: [], announced: [], news: [{ title: 'Un article', source: 'Blog' }] },
  hash: 'f00d',
};
const composed: HubEvent = { type: 'digest.composed', data };

describe('issues', () => {
  it('are kept as they were composed', () => given(composed).then({ ...data, composedAt: recordedAt }));

  it('say how many letters they went out in, once all came to an end', () =>
    given(composed, { type: 'digest.completed', data: { issue, letters: 42 } }).then({ ...data, letters: 42 }));

  it('wait for who has to approve them, and are no letters where that is refused', async () => {
    const waiting: HubEvent = { type: 'digest.composed', data: { ...data, needsApproval: true } };
    const by = 'ada' as AdminId;
    await given(waiting).then({ ...data, waits: true });
    const approved = given(waiting, { type: 'digest.approved', data: { issue, by } });
    await approved.then(expect.not.objectContaining({ waits: true }) as object);
    await approved.then(data);
    await given(waiting, { type: 'digest.rejected', data: { issue, by, note: 'Il manque le lieu' } }).then();
  });
});
