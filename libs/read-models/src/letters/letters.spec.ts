import type { HubEvent } from '@relais/catalogue';
import type { IssueId, LetterId } from '@relais/vocabulary';
import { recordedAt, specification, subscription } from '../testing/index.js';
import { letters } from './letters.js';

const { given } = specification(letters);
const letter = 'letter-1' as LetterId;
const issue = 'info-lille-2026-11' as IssueId;
const { of } = subscription(1);
const intended: HubEvent = { type: 'letter.intended', data: { letter, ...of, purpose: 'digest', issue } };
const handedOver: HubEvent = { type: 'letter.handed-over', data: { letter, attempt: 1 } };
const refused = (permanent: boolean): HubEvent => ({
  type: 'letter.refused',
  data: { letter, code: '450 4.2.1', permanent },
});

describe('letters', () => {
  it('are intended for one subscription', () =>
    given(intended).then({ letter, ...of, purpose: 'digest', issue, status: 'intended', at: recordedAt }));

  it.each([
    ['handed-over', [handedOver]],
    ['accepted', [handedOver, { type: 'letter.accepted', data: { letter, response: '250 ok' } }]],
    ['refused', [handedOver, refused(true)]],
    ['deferred', [handedOver, refused(false)]],
    ['unknown', [handedOver, { type: 'letter.unknown', data: { letter, detail: 'connection lost' } }]],
  ] as [never, HubEvent[]][])('stand as %s in the ledger', (status, events) =>
    given(intended, ...events).then({ status }),
  );

  it('of no issue are found as such', () => {
    expect(letters.columns.issue({ status: 'intended' } as never)).toBeNull();
    expect(letters.columns.issue({ issue } as never)).toBe(issue);
  });
});
