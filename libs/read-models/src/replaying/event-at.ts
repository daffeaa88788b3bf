import type { Recorded } from '@relais/event-sourcing';
import type { EventStore } from '@relais/event-store';

/**
 * The last event at or before a position; undefined where there is none. Read backwards, because positions are the store's
 * own and may have gaps: what stands before one cannot be reckoned.
 */
export const lastEventUntil = async (
  store: Pick<EventStore, 'readAllBack'>,
  position: bigint,
): Promise<Recorded | undefined> => {
  for await (const [event] of store.readAllBack(position + 1n)) return event;
  return undefined;
};
