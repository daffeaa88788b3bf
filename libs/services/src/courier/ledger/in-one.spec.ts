import { letter as letterDecider } from '@relais/digest';
import { specification } from '@relais/event-sourcing/testing';
import type { LetterId, ListId, SubscriptionId } from '@relais/vocabulary';
import { inOne } from './in-one.js';

const { given } = specification(inOne(letterDecider));
const letter = 'l1' as LetterId;
const about = { letter, subscription: 's1' as SubscriptionId, list: 'info' as ListId, purpose: 'digest' as const };
const intended = { type: 'letter.intended' as const, data: about };
const handedOver = { type: 'letter.handed-over' as const, data: { letter, attempt: 1 } };
const accepted = { type: 'letter.accepted' as const, data: { letter, response: '250 OK' } };
const handOver = { type: 'hand-over' as const, letter };
const settle = { type: 'settle' as const, letter, result: { outcome: 'accepted' as const, response: '250 OK' } };

describe('several commands in one', () => {
  it('are decided one after another, each knowing what the one before came to', () => {
    given(intended).when([handOver, settle]).then(handedOver, accepted);
  });

  it('record nothing when one of them is refused', () => {
    given(intended).when([settle, handOver]).thenRefused({ type: 'not-handed-over', letter });
    given(intended).when([handOver, handOver]).thenRefused({ type: 'not-due', letter, status: 'handed-over' });
  });

  it('may be none', () => {
    given(intended).when([]).thenNothing();
  });
});
