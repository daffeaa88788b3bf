import type { AssemblyId, GatheringId, Place, SourceId, When } from '@relais/vocabulary';

/** Where an item leads, and by which names it goes. */
export type Pointers = Readonly<{
  /** Canonical addresses of its own. */
  urls: readonly string[];
  aliases: readonly string[];
  /** Canonical addresses that it links to. */
  mentions: readonly string[];
}>;

/** What the ladder compares: an item, or a gathering as its announcements made it. */
export type Described = Pointers & Readonly<{ assembly: AssemblyId; title: string; when?: When; place?: Place }>;

/** A gathering that is known, with all that its present announcements say of it. */
export type KnownGathering = Described & Readonly<{ gathering: GatheringId; sources: ReadonlySet<SourceId> }>;
