import type { HubEvent } from '@relais/catalogue';
import type { Appended, EventStore } from '@relais/event-store';
import type { GatheringId } from '@relais/vocabulary';
import { syntheticHistory } from '../synthetic/synthetic-log.ts';

type Recognised = Extract<HubEvent, { type: 'gathering.recognised' }>;

/** What the first gathering of the made-up history says of itself. */
export const recognised = (): Recognised['data'] => {
  for (const { chapters } of syntheticHistory())
    for (const { events } of chapters)
      for (const event of events) if (event.type === 'gathering.recognised') return event.data;
  throw new Error('the history has no gathering');
};

/** Records one more gathering that says the same. */
export const appendGathering = (
  store: EventStore,
  gathering: GatheringId,
  template: Recognised['data'],
): Promise<Appended> => {
  const event: Recognised = { type: 'gathering.recognised', data: { ...template, gathering } };
  return store.append(`gathering-${gathering}`, [event], 'no stream');
};
