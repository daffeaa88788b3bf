import { knownEvent } from '@relais/catalogue';
import type { Recorded } from '@relais/event-sourcing';
import type { Rows } from '../projection.js';
import type { AnyProjection } from './table.js';

type Handler = (rows: Rows<unknown>, event: Recorded) => void;

/** Lets each projection change its rows for each event, in order; returns the last event that each has a handler for. */
export const project = (
  events: readonly Recorded[],
  rows: ReadonlyMap<AnyProjection, Rows<unknown>>,
): Map<AnyProjection, Recorded> => {
  const changed = new Map<AnyProjection, Recorded>();
  for (const stored of events) {
    // The log may give events as they are stored.
    const event = knownEvent(stored);
    for (const [projection, kept] of rows) {
      const handler = projection.on[event.type] as Handler | undefined;
      if (handler === undefined) continue;
      handler(kept, event);
      changed.set(projection, event);
    }
  }
  return changed;
};
