import type { Event } from '@relais/event-sourcing';

export type NotaryEvent =
  /** The chain of the log is fixed by a signed note: after its first `size` events, the last at this position, it stands at this hash. */
  | Event<'log.checkpointed', { position: string; size: number; hash: string; note: string }>
  /** A stream was ended for good, as the store records it: the last event there. */
  | Event<'log.stream-ended', Record<string, never>>;

/** Every type once: leave one out and this stops compiling. */
export const notaryEventTypes: Record<NotaryEvent['type'], true> = {
  'log.checkpointed': true,
  'log.stream-ended': true,
};
