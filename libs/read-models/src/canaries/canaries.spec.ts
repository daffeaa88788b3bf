import type { HubEvent } from '@relais/catalogue';
import type { IssueId, LetterId, ListId, SubscriptionId } from '@relais/vocabulary';
import { projected, recordedAt, specification, subscription } from '../testing/index.js';
import { canaries } from './canaries.js';

const { given } = specification(canaries);
const list = 'echanges' as ListId;
const [letter, next] = ['copy-1' as LetterId, 'copy-2' as LetterId];
const copied = (one: LetterId, month = '2026-11'): HubEvent => ({
  type: 'letter.intended',
  data: {
    ...{ letter: one, subscription: 'external-echanges' as SubscriptionId, list, purpose: 'copy' },
    issue: `info-lille-${month}` as IssueId,
  },
});
const taken: readonly HubEvent[] = [
  { type: 'letter.handed-over', data: { letter, attempt: 1 } },
  { type: 'letter.accepted', data: { letter, response: '250 ok' } },
];
const found = { delay: 4, dkim: 'fail', aligned: false, listId: 'echanges.exemple.test', subject: '[échanges] Lettre' };
const arrived = { type: 'canary.arrived', data: { list, letter, ...found } } as HubEvent;
const missed: HubEvent = { type: 'canary.missed', data: { list, letter, waited: 3_600 } };

describe('canaries', () => {
  it('are one row for each external list, with its copies, the newest first', () =>
    given(copied(letter), copied(next, '2026-12')).then({
      list,
      copies: [
        { letter: next, issue: 'info-lille-2026-12' as IssueId, status: 'intended', at: recordedAt },
        { letter, issue: 'info-lille-2026-11' as IssueId, status: 'intended', at: recordedAt },
      ],
    }));

  it('know nothing of letters to people', () =>
    given({ type: 'letter.intended', data: { letter, ...subscription(1).of, purpose: 'digest' } }).then());

  it('tell how a copy came back over its list', () =>
    given(copied(letter), ...taken, arrived).then({
      copies: [expect.objectContaining({ status: 'accepted', arrived: { ...found, at: recordedAt } }) as never],
    }));

  it('tell that a copy was missed, and that it arrived after all', () =>
    given(copied(letter), ...taken, missed, arrived).then({
      copies: [expect.objectContaining({ missedAt: recordedAt, arrived: { ...found, at: recordedAt } }) as never],
    }));

  it.each([
    ['refused', { type: 'letter.refused', data: { letter, code: '550', permanent: true } }],
    ['deferred', { type: 'letter.refused', data: { letter, code: '451', permanent: false } }],
    ['unknown', { type: 'letter.unknown', data: { letter, detail: 'cut' } }],
  ] as [string, HubEvent][])('tell that a copy is %s', (status, event) =>
    given(copied(letter), event).then({ copies: [expect.objectContaining({ status }) as never] }),
  );

  it('keep more than a year of weekly copies, and not all for ever', async () => {
    const many = Array.from({ length: 70 }, (_, n) => copied(`copy-${n}` as LetterId));
    const [row] = (await projected(...many)).find(canaries);
    expect([row?.row.copies.length, row?.row.copies[0]?.letter]).toEqual([60, 'copy-69']);
  });
});
