import type { Diff, ReplayResult, ReplayState } from '@relais/read-models';
import type { Instant, LocalDate } from '@relais/vocabulary';

/** A built set of read models that lies in the data folder. Positions are decimals. */
export type GenerationSeen = Readonly<{ generation: number; shown: boolean; bytes: number; made: Instant }> &
  (
    | Readonly<{ position: string; rows: number; /** Why it is of other code than this. */ outdated?: string }>
    | Readonly<{ damaged: string }>
  );

/** The last replay that ended, and why if it came to nothing. */
export type EndedSeen = Readonly<{
  ended: Instant;
  /** Those that were made anew, if not all. */
  only?: readonly string[];
  dryRun?: boolean;
}> &
  (Readonly<{ result: Omit<ReplayResult, 'diff'> }> | Readonly<{ failure: RefusalSeen }>);

/** Why the projector did not do it: what kind of fault, and what it says of it, in English. */
export type RefusalSeen = Readonly<{ kind: string; message: string }>;

/** What the projector says of its replays; `nobody` where none runs. */
export type ProjectorSeen = Readonly<{ running?: ReplayState; ended?: EndedSeen }> | 'nobody';

/** What was just done, to be said once. */
export type ReplayDone = Readonly<{ act: 'shown' | 'removed'; generation: number; before?: number }>;

export type ReplaySeen = Readonly<{
  /** The newest first. */
  generations: readonly GenerationSeen[];
  projector: ProjectorSeen;
  /** Every projection that can be chosen. */
  projections: readonly string[];
  /** Those that are chosen; none is all of them. */
  chosen: readonly string[];
  today: LocalDate;
  /** Where the script of this page is. */
  script: string;
  refused?: RefusalSeen;
  done?: ReplayDone;
}>;

/** What a replay would take. What is not known is left out. */
export type PlanSeen = Readonly<{
  projections: readonly string[];
  chosen: readonly string[];
  /** How many events the log holds; with chosen projections, no more than so many are read. */
  events?: number;
  /** By the rate of the last replay that was measured. */
  seconds?: number;
  /** About so much of the disk. */
  bytes?: number;
  free?: number;
  refused?: RefusalSeen;
}>;

/** One generation, beside the one that is shown. */
export type ComparedSeen = Readonly<{
  one: GenerationSeen;
  shown?: GenerationSeen;
  /** From the one that is shown to this one; absent where they cannot be compared. */
  diff?: Diff;
  refused?: RefusalSeen;
}>;
