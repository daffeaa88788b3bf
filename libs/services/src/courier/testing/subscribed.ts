import type { Recorded } from '@relais/event-sourcing';
import { EventStore } from '@relais/event-store';
import { Keys } from '@relais/transport';
import type { ListId, PersonId, SubscriptionId } from '@relais/vocabulary';
import type { HubUnderTest } from '../../testing/index.js';
import { Deployment } from '../../wiring/deployment.js';
import { Composer } from '../composer.js';

/** A morning on which the samples have something to say. */
export const now = '2026-11-25T09:00:00Z';
export const list = 'info-lille' as ListId;
export const addressOf = (n: number): string => `person${n}@exemple.test`;

/** So many people who confirmed long ago. */
export const subscribers = async (hub: HubUnderTest, count: number): Promise<void> => {
  for (let n = 0; n < count; n++) {
    const [subscription, person] = [`s${n}` as SubscriptionId, `p${n}` as PersonId];
    const keys = hub.get(Keys);
    await hub.get(EventStore).append(
      `subscription-${subscription}`,
      [
        {
          type: 'subscription.requested',
          data: {
            ...{ subscription, list, person, language: n % 2 === 0 ? 'fr' : 'en' },
            ...{ address: await keys.seal(person, addressOf(n)), lookup: keys.lookup(addressOf(n)) },
            consent: { wording: 'info-1-fr', hash: '0'.repeat(64), form: '/abonnement' },
          },
        },
        { type: 'subscription.confirmed', data: { subscription, list } },
      ],
      'no stream',
    );
  }
  await hub.shown();
};

/** This month's issue, composed and sent. */
export const compose = (hub: HubUnderTest) => hub.get(Composer).compose(hub.get(Deployment).list(list));
export const perType = (events: readonly Recorded[]): Record<string, number> =>
  Object.fromEntries([...Map.groupBy(events, ({ type }) => type)].map(([type, all]) => [type, all.length]));
