import type { HubEvent } from '@relais/catalogue';
import { syntheticHistory } from './synthetic-log.ts';

/** So many published items of about 600 bytes: the events there are most of. */
export const announcements = (count: number): HubEvent[] => {
  const found: HubEvent[] = [];
  for (const { chapters } of syntheticHistory()) {
    for (const { events } of chapters) found.push(...events.filter(({ type }) => type === 'source.item-published'));
    if (found.length >= count) break;
  }
  return found.slice(0, count);
};
