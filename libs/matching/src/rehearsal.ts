import type { HubEvent } from '@relais/catalogue';
import type { Recorded } from '@relais/event-sourcing';
import { gathering, gatheringEventTypes, type Gathering, type GatheringEvent } from '@relais/gathering';
import type { GatheringId } from '@relais/vocabulary';
import type { Recognition } from './recognition.js';

export const isOfGathering = (event: Recorded<HubEvent>): event is Recorded<GatheringEvent> =>
  Object.hasOwn(gatheringEventTypes, event.type);

/** What a recognition would record of what it is told, recorded nowhere. */
export class Rehearsal {
  readonly #gatherings = new Map<GatheringId, Gathering>();
  #last = 0n;

  constructor(private readonly recognition: Recognition) {}

  evolve(event: Recorded<HubEvent>): void {
    if (isOfGathering(event)) {
      const id = event.data.gathering;
      this.#gatherings.set(id, gathering.evolve(this.#gatherings.get(id) ?? gathering.initial, event));
    }
    this.recognition.evolve(event);
    this.#last = event.position;
  }

  /** Lets everybody speak who has something to say; what came of it. */
  settle(): GatheringEvent[] {
    const events: GatheringEvent[] = [];
    for (let command = this.recognition.next(); command !== undefined; command = this.recognition.next()) {
      const state = this.#gatherings.get(command.gathering) ?? gathering.initial;
      const decision = gathering.decide(command, state);
      for (const event of 'accepted' in decision ? decision.accepted : []) {
        this.evolve(recorded(event, this.#last + 1n));
        events.push(event);
      }
      this.recognition.done(command);
    }
    return events;
  }
}

/** As if it had been recorded: nothing that matching knows depends on where and when. */
export const recorded = <E extends HubEvent>(event: E, position: bigint): E & Recorded<E> => ({
  ...event,
  id: `${position}`,
  stream: 'rehearsal',
  version: 1,
  position,
  recordedAt: '1970-01-01T00:00:00Z',
});
