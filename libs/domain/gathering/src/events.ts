import type { Event } from '@relais/event-sourcing';
import type { AssemblyId, Basis, GatheringId, Instant, LocalDate, Place, RhythmId, When } from '@relais/vocabulary';

export type { Basis } from '@relais/vocabulary';

/** Why an announcement was taken for this gathering: which rung of the identity ladder, and what it saw. */
export type MatchReason = Readonly<{
  rule: 'first' | 'alias' | 'link' | 'mention' | 'time-and-place' | 'occurrence' | 'returned' | 'ruling';
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

/** What a gathering can be without. */
export type Unsayable = 'when' | 'place' | 'summary';

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
        /** Where the rules alone would have it, and where it goes once no ruling holds it here; absent where that is here. */
        home?: GatheringId;
        /** What was expected before anybody announced it, wherever the gathering moves later. */
        occurrence?: ExpectedOn;
      }>
    >
  | Event<'gathering.announcement-revised', Of<{ announcement: Basis; says: Statement }>>
  /** `to`: the gathering that a moderator's ruling, or the end of one, takes it to. */
  | Event<
      'gathering.announcement-detached',
      Of<{ announcement: Basis; reason: 'withdrawn' | 'moderator'; to?: GatheringId }>
    >
  /** Nobody says this of it any more: an announcement that a moderator took elsewhere was the only one that did. */
  | Event<'gathering.unsaid', Of<{ fields: readonly Unsayable[]; basis: Basis }>>
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
  'gathering.unsaid': true,
  'gathering.retitled': true,
  'gathering.rescheduled': true,
  'gathering.relocated': true,
  'gathering.described': true,
  'gathering.cancelled': true,
  'gathering.confirmed': true,
};
