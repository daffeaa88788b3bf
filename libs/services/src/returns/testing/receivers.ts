import { randomUUID } from 'node:crypto';
import type { LetterEvent, Purpose } from '@relais/digest';
import { EventStore } from '@relais/event-store';
import type { SubscriptionEvent } from '@relais/mailing-list';
import { Keys, returnAddress, type ReturnKind } from '@relais/transport';
import {
  letterCode,
  subscriptionCode,
  type IssueId,
  type LetterId,
  type ListId,
  type PersonId,
  type SubscriptionId,
} from '@relais/vocabulary';
import type { HubUnderTest } from '../../testing/index.js';

export const returnDomain = 'lettres.exemple.test';
const list = 'info-lille' as ListId;

export type Receiver = Readonly<{ subscription: SubscriptionId; person: PersonId; address: string }>;

/** Somebody who subscribed, and confirmed unless said otherwise. */
export const receiver = async (hub: HubUnderTest, name: string, { confirmed = true } = {}): Promise<Receiver> => {
  const keys = hub.get(Keys);
  const address = `${name}@exemple.test`;
  const subscription = randomUUID() as SubscriptionId;
  const person = randomUUID() as PersonId;
  const requested: SubscriptionEvent = {
    type: 'subscription.requested',
    data: {
      ...{ subscription, list, person, language: 'fr', lookup: keys.lookup(address) },
      address: await keys.seal(person, address),
      consent: { wording: 'info-1-fr', hash: '0'.repeat(64), form: '/abonnement' },
    },
  };
  const events = confirmed
    ? [requested, { type: 'subscription.confirmed' as const, data: { subscription, list } }]
    : [requested];
  await hub.get(EventStore).append(`subscription-${subscription}`, events, 'no stream');
  return { subscription, person, address };
};

/** A letter that left for them. */
export const sentTo = async (
  hub: HubUnderTest,
  { subscription }: Receiver,
  { purpose = 'digest', issue }: { purpose?: Purpose; issue?: string } = {},
): Promise<LetterId> => {
  const letter = hub.get(Keys).lookup(`letter ${randomUUID()}`) as LetterId;
  const of = { letter, subscription, list, purpose, ...(issue !== undefined && { issue: issue as IssueId }) };
  const events: LetterEvent[] = [
    { type: 'letter.intended', data: of },
    { type: 'letter.handed-over', data: { letter, attempt: 1 } },
    { type: 'letter.accepted', data: { letter, response: '250 ok' } },
  ];
  await hub.get(EventStore).append(`letter-${letter}`, events, 'no stream');
  await hub.shown();
  return letter;
};

const addressOf = (hub: HubUnderTest, kind: ReturnKind, code: string): string =>
  returnAddress(hub.get(Keys), returnDomain, kind, code);

/** Where a letter comes back to. */
export const comesBackTo = (hub: HubUnderTest, letter: LetterId): string =>
  addressOf(hub, 'bounce', letterCode(letter));
export const leavesBy = (hub: HubUnderTest, { subscription }: Receiver): string =>
  addressOf(hub, 'leave', subscriptionCode(subscription));
export const answersTo = (hub: HubUnderTest, { subscription }: Receiver): string =>
  addressOf(hub, 'answer', subscriptionCode(subscription));
