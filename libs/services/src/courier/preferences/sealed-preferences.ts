import { knownEvent } from '@relais/catalogue';
import type { EventStore } from '@relais/event-store';
import type { Sealed, SubscriptionId } from '@relais/vocabulary';

/**
 * What somebody chose, as it stands sealed in the log: last, or as of a version of their stream; undefined for who chose nothing. Read
 * when a letter is made, since keeping it for a hundred thousand people would take half of the courier's memory.
 */
export const sealedPreferences = async (
  store: Pick<EventStore, 'readBack'>,
  subscription: SubscriptionId,
  version?: number,
): Promise<Sealed | undefined> => {
  const before = version === undefined ? undefined : version + 1;
  for await (const event of store.readBack(`subscription-${subscription}`, before)) {
    const { type, data } = knownEvent(event);
    if (type === 'subscription.preferred') return data.preferences;
  }
  return undefined;
};
