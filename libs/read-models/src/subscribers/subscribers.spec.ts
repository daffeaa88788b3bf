import type { HubEvent } from '@relais/catalogue';
import { projected, recordedAt, specification, subscription } from '../testing/index.js';
import { subscribers } from './subscribers.js';

const { given } = specification(subscribers);
const { of, request } = subscription(1);
const { consent, ...kept } = request;
const requested: HubEvent = { type: 'subscription.requested', data: request };
const confirmed: HubEvent = { type: 'subscription.confirmed', data: of };

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

  it('ask again: the newer request stands', () =>
    given(requested, {
      type: 'subscription.requested',
      data: { ...request, consent, address: 'sealed-again', language: 'en' },
    }).then({ address: 'sealed-again', language: 'en', status: 'requested' }));
});
