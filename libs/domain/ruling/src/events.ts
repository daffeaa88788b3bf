import type { Event } from '@relais/event-sourcing';
import type { AdminId, Basis, RulingId } from '@relais/vocabulary';

export type RulingEvent =
  /** A moderator says that two announcements speak of one gathering, or never do; that outranks every rule, also when they are read anew. */
  | Event<
      'ruling.made',
      {
        ruling: RulingId;
        verdict: 'same' | 'apart';
        announcements: readonly [Basis, Basis];
        by: AdminId;
        note?: string;
      }
    >
  /** It holds no more, as if it had never been made. */
  | Event<'ruling.revoked', { ruling: RulingId; by: AdminId }>;

/** Every type once: leave one out and this stops compiling. */
export const rulingEventTypes: Record<RulingEvent['type'], true> = {
  'ruling.made': true,
  'ruling.revoked': true,
};
