import type { HubEvent } from '@relais/catalogue';
import type { ImportId } from '@relais/vocabulary';
import { projected, recordedAt, specification, subscription } from '../testing/index.js';
import { subscribers } from './subscribers.js';

const { given } = specification(subscribers);
const { of, request } = subscription(1);
const { consent, ...kept } = request;
const requested: HubEvent = { type: 'subscription.requested', data: request };
const confirmed: HubEvent = { type: 'subscription.confirmed', data: of };

const until = '2026-12-25T09:00:00Z';
const askedAgain: HubEvent = { type: 'subscription.asked-again', data: { ...of, reason: 'silence', until } };

describe('subscribers', () => {
  it('wait for their confirmation, their address sealed', () =>
    given(requested).then({ ...kept, status: 'requested', requestedAt: recordedAt }));

  it('are confirmed, and keep when', () =>
    given(requested, confirmed).then({ status: 'confirmed', confirmedAt: recordedAt }));

  it('change their language', () =>
    given(requested, confirmed, { type: 'subscription.changed', data: { ...of, language: 'en' } }).then({
      language: 'en',
      status: 'confirmed',
    }));

  it('leave', () =>
    given(requested, confirmed, { type: 'subscription.ended', data: { ...of, reason: 'left' } }).then({
      status: 'ended',
      confirmedAt: recordedAt,
      endedAt: recordedAt,
      endedReason: 'left',
    }));

  it('are erased: their sealed address goes, their lookup stays', async () => {
    const models = await projected(requested, confirmed, {
      type: 'subscription.ended',
      data: { ...of, reason: 'erased' },
    });
    const { address: _gone, ...rest } = kept;
    expect(models.find(subscribers, { where: { lookup: kept.lookup } }).map(({ row }) => row)).toEqual([
      {
        ...{ ...rest, status: 'ended', endedReason: 'erased', erased: true },
        ...{ requestedAt: recordedAt, confirmedAt: recordedAt, endedAt: recordedAt, heardAt: recordedAt },
      },
    ]);
  });

  it('are asked whether they still want it, until a day', () =>
    given(requested, confirmed, askedAgain).then({ askedAt: recordedAt, askedUntil: until }));

  it.each<[string, HubEvent]>([
    ['an answer', { type: 'subscription.renewed', data: { ...of, by: 'answer' } }],
    ['a choice', { type: 'subscription.preferred', data: { ...of, preferences: 'sealed' } }],
    ['another language', { type: 'subscription.changed', data: { ...of, language: 'en' } }],
  ])('have answered by %s', async (_what, event) => {
    const models = await projected(requested, confirmed, askedAgain, event);
    const row = models.get(subscribers, of.subscription);
    expect([row?.askedAt, row?.askedUntil, row?.heardAt]).toEqual([undefined, undefined, recordedAt]);
  });

  it('are found by the import that brought them, and by when they were heard of: when the other list had them', async () => {
    const { consent: _none, ...person } = request;
    const imported = { ...person, import: 'import-1' as ImportId, since: '2019-05-04' };
    const models = await projected({ type: 'subscription.imported', data: imported });
    const found = models.find(subscribers, {
      where: { import: 'import-1', status: 'confirmed' },
      before: { heardAt: '2019-05-05' },
    });
    expect(found.map(({ key }) => key)).toEqual([of.subscription]);
    expect(models.count(subscribers, { before: { heardAt: '2019-05-04' } })).toBe(0);
  });

  it('ask again: the newer request stands', () =>
    given(requested, {
      type: 'subscription.requested',
      data: { ...request, consent, address: 'sealed-again', language: 'en' },
    }).then({ address: 'sealed-again', language: 'en', status: 'requested' }));
});
