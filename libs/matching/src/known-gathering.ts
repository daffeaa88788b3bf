import type { AssemblyId, GatheringId, Place, SourceId, When } from '@relais/vocabulary';

/** What the ladder compares: an item, or a gathering as its announcements made it. */
export type Described = Readonly<{
  assembly: AssemblyId;
  title: string;
  when?: When;
  place?: Place;
  /** Canonical addresses of its own. */
  urls: readonly string[];
  aliases: readonly string[];
  /** Canonical addresses that it links to. */
  mentions: readonly string[];
}>;

/** A gathering that is known, with all that its announcements say of it. */
export type KnownGathering = Described & Readonly<{ gathering: GatheringId; sources: ReadonlySet<SourceId> }>;
