import type { Event } from '@relais/event-sourcing';
import type { AssemblyId, Basis, GatheringId, Instant, LocalDate, Place, RhythmId, When } from '@relais/vocabulary';

export type { Basis } from '@relais/vocabulary';

/** Why an announcement was taken for this gathering: which rung of the identity ladder, and what it saw. */
export type MatchReason = Readonly<{
  rule: 'first' | 'alias' | 'link' | 'mention' | 'time-and-place' | 'occurrence';
  detail: string;
}>;

/** A day on which a rhythm of the assembly expects it to meet. */
export type ExpectedOn = Readonly<{ rhythm: RhythmId; date: LocalDate }>;

/** What one announcement says, so that a page can tell which source said which time and place. */
export type Statement = Readonly<{
  title: string;
  link?: string;
  when?: When;
  place?: Place;
  published?: Instant;
  cancelled?: true;
}>;

type Of<Data> = { gathering: GatheringId } & Data;

export type GatheringEvent =
  | Event<
      'gathering.recognised',
      Of<{ assembly: AssemblyId; title: string; when?: When; place?: Place; summary?: string; basis: Basis }>
    >
  | Event<
      'gathering.announcement-attached',
      Of<{
        assembly: AssemblyId;
        announcement: Basis;
        says: Statement;
        /** From 0 to 1. */
        score: number;
        reasons: readonly MatchReason[];
        by: 'rule' | 'moderator';
        /** What was expected before anybody announced it, wherever the gathering moves later. */
        occurrence?: ExpectedOn;
      }>
    >
  | Event<'gathering.announcement-revised', Of<{ announcement: Basis; says: Statement }>>
  | Event<'gathering.announcement-detached', Of<{ announcement: Basis; reason: 'withdrawn' | 'moderator' }>>
  | Event<'gathering.retitled', Of<{ title: string; basis: Basis }>>
  | Event<'gathering.rescheduled', Of<{ when: When; basis: Basis }>>
  | Event<'gathering.relocated', Of<{ place: Place; basis: Basis }>>
  | Event<'gathering.described', Of<{ summary: string; basis: Basis }>>
  | Event<'gathering.cancelled', Of<{ basis: Basis }>>
  /** It takes place after all. */
  | Event<'gathering.confirmed', Of<{ basis: Basis }>>;

/** Every type once: leave one out and this stops compiling. */
export const gatheringEventTypes: Record<GatheringEvent['type'], true> = {
  'gathering.recognised': true,
  'gathering.announcement-attached': true,
  'gathering.announcement-revised': true,
  'gathering.announcement-detached': true,
  'gathering.retitled': true,
  'gathering.rescheduled': true,
  'gathering.relocated': true,
  'gathering.described': true,
  'gathering.cancelled': true,
  'gathering.confirmed': true,
};
