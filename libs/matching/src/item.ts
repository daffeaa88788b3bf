import type { Basis, MatchReason } from '@relais/gathering';
import type { ItemFields } from '@relais/source';
import type { AssemblyId, GatheringId } from '@relais/vocabulary';

/** An item, and the gathering it speaks of. */
export type Item = Readonly<{
  basis: Basis;
  assembly: AssemblyId;
  /** As its source shows it today; absent where it does not show it, or shows it as something else than a gathering. */
  fields?: ItemFields;
  attached?: GatheringId;
  /** Where the rules have it, whatever moderators say: there it comes back to after it was withdrawn, or a ruling was revoked. */
  home?: GatheringId;
  /** Rises with each time that its source says something. */
  heard?: number;
  /** Homes that are older have lower ranks. */
  rank?: number;
  /** Why it is at home. */
  because?: Because;
  /** Under which gathering others find it. */
  filed?: GatheringId;
  /** Why it is attached to none though it has a home. */
  away?: 'withdrawn' | 'moving';
}>;
export type Because = Readonly<{ score: number; reasons: readonly MatchReason[] }>;
