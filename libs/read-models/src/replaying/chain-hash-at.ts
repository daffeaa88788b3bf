import type { EventStore } from '@relais/event-store';

/**
 * The hash in the chain of the event at a position, which stands for all events up to there; null where no event is, or the
 * log keeps no hashes.
 */
export const chainHashAt = async (
  log: Pick<EventStore, 'readAllBack' | 'links'>,
  position: bigint,
): Promise<string | null> => {
  const places: bigint[] = [];
  for await (const page of log.readAllBack(position + 1n)) {
    places.push(...page.slice(0, 2).map((event) => event.position));
    if (places.length > 1) break;
  }
  const [last, before = 0n] = places;
  if (last !== position) return null;
  for await (const [link] of log.links(before)) return link?.hash ?? null;
  return null;
};
