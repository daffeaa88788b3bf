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

  it('are found by what names them in a mail address', () => {
    const code = letters.columns.code({ letter: 'uR1Gl8r9wzQO4pXwE0c7C5oT3b9mL2sK1dVhYqN6ZtA' } as never);
    expect(code).toMatch(/^[a-z2-7]{24}$/);
  });

  it('say what came back of them, and that their receiver complained', () => {
    const bounced: HubEvent = {
      type: 'letter.bounced',
      data: { letter, status: '5.1.1', permanent: true, notice: 'n1' },
    };
    const complained: HubEvent = { type: 'letter.complained', data: { letter, notice: 'n2' } };
    return given(intended, handedOver, bounced, complained).then({
      bounced: { status: '5.1.1', permanent: true, at: recordedAt },
      complainedAt: recordedAt,
    });
  });

  it('of no issue are found as such', () => {
    expect(letters.columns.issue({ status: 'intended' } as never)).toBeNull();
    expect(letters.columns.issue({ issue } as never)).toBe(issue);
  });
});
