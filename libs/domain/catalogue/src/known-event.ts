import type { Recorded } from '@relais/event-sourcing';
import { eventTypes, type HubEvent } from './hub-event.js';

/** The log holds an event that this version does not know: it was written by a newer one. */
export class UnknownEventType extends Error {
  override readonly name = 'UnknownEventType';
  constructor({ type, stream, version, position }: Recorded) {
    super(
      `${type} at position ${position} (${stream}, version ${version}) is not known to this version of Relais; ` +
        'a newer version wrote it. Start that version instead.',
    );
  }
}

/** An event of the log as one of the catalogue; throws {@link UnknownEventType} rather than skip what it cannot read. */
export const knownEvent = (event: Recorded): Recorded<HubEvent> => {
  if (!Object.hasOwn(eventTypes, event.type)) throw new UnknownEventType(event);
  return event as Recorded<HubEvent>;
};
