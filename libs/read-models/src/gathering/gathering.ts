import type { Basis, MatchReason, Statement } from '@relais/gathering';
import type { AssemblyId, GatheringId, Instant, Place, When } from '@relais/vocabulary';
import type { Projection } from '../projection.js';

/** One announcement of a gathering: what it says, and why it was taken for this one. */
export type AnnouncementRow = Basis &
  Readonly<{ says: Statement; score: number; reasons: readonly MatchReason[]; by: 'rule' | 'moderator'; attachedAt: Instant }>;

/** A gathering's own page. Its key is the gathering's id. */
export type GatheringRow = Readonly<{
  gathering: GatheringId;
  assembly: AssemblyId;
  title: string;
  when?: When;
  place?: Place;
  summary?: string;
  cancelled: boolean;
  /** Who said the value shown. */
  basis: Readonly<{ title: Basis; when?: Basis; place?: Basis; summary?: Basis; cancelled?: Basis }>;
  /** In the order in which they were attached. */
  announcements: readonly AnnouncementRow[];
  /** What happened to it, oldest first; `type` is the event's. */
  story: readonly Readonly<{ type: string; at: Instant; basis?: Basis }>[];
  /** As in the agenda. */
  recognisedAt: Instant;
  changedAt: Instant;
  sequence: number;
}>;

export const gatherings: Projection<GatheringRow, 'assembly'> = {
  name: 'gathering',
  version: 1,
  columns: { assembly: (row) => row.assembly },
  on: {},
};
