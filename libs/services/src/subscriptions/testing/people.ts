import { EventStore } from '@relais/event-store';
import type { Preferences, SubscriptionEvent } from '@relais/mailing-list';
import { Keys } from '@relais/transport';
import type { ListId, PersonId, SubscriptionId } from '@relais/vocabulary';
import type { HubUnderTest } from '../../testing/index.js';
import { tokenPurposes, type TokenPurpose } from '../token-purposes.js';

/** The token of a link in a letter to this subscription. */
export const tokenFor = (hub: HubUnderTest, purpose: TokenPurpose, subscription: string): string =>
  hub.get(Keys).token(tokenPurposes[purpose], subscription);

/** Somebody confirmed, at each of these lists, one after another; their subscriptions are `<name>-<number>-<list>`. */
export const confirmedAt = async (hub: HubUnderTest, name: string, ...lists: readonly string[]): Promise<string[]> => {
  const keys = hub.get(Keys);
  const subscriptions = lists.map((list, index) => `${name}-${index}-${list}`);
  for (const [index, id] of lists.entries()) {
    const [list, subscription] = [id as ListId, (subscriptions[index] ?? '') as SubscriptionId];
    const person = `person-${subscription}` as PersonId;
    const address = `${name}@exemple.test`;
    await hub.get(EventStore).append(
      `subscription-${subscription}`,
      [
        {
          type: 'subscription.requested',
          data: {
            ...{ subscription, list, person, language: 'fr', lookup: keys.lookup(address) },
            address: await keys.seal(person, address),
            consent: { wording: 'info-1-fr', hash: '0'.repeat(64), form: '/abonnement' },
          },
        },
        { type: 'subscription.confirmed', data: { subscription, list } },
      ] satisfies SubscriptionEvent[],
      'no stream',
    );
  }
  await hub.shown();
  return subscriptions;
};

/** The preferences that were recorded last of a subscription, opened. */
export const preferred = async (hub: HubUnderTest, subscription: string): Promise<Preferences | undefined> => {
  const all = (await hub.events('subscription.preferred')).filter(
    ({ stream }) => stream === `subscription-${subscription}`,
  );
  const sealed = (all.at(-1)?.data as { preferences: string } | undefined)?.preferences;
  const [{ data } = { data: {} }] = (await hub.events('subscription.requested')).filter(
    ({ stream }) => stream === `subscription-${subscription}`,
  );
  const { person } = data as { person: PersonId };
  const opened = sealed && (await hub.get(Keys).open(person, sealed));
  return opened ? (JSON.parse(opened) as Preferences) : undefined;
};
