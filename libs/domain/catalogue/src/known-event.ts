import type { Recorded } from '@relais/event-sourcing';
import type { HubEvent } from './hub-event.js';
import { shapes } from './upcasters/shapes.js';

/**
 * An event of the log as one of the catalogue, in the shape of today; throws `UnknownEventType` or `UnknownSchema` rather
 * than skip what it cannot read. A store that was opened with the catalogue's shapes gives each event so already.
 */
export const knownEvent = (event: Recorded): Recorded<HubEvent> => shapes.present(event) as Recorded<HubEvent>;
