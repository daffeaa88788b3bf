import type { MemberChange } from './member-changes.js';

/** One row that two generations do not have alike. */
export type Difference = Readonly<{
  projection: string;
  key: string;
  /** The assembly that the row is of; null where it is nobody's. */
  city: string | null;
  kind: 'added' | 'removed' | 'changed';
  /** Where readers are not shown it: in the one before, in the one after, or in any that has it. */
  hidden?: 'before' | 'after' | 'always';
  /** The members that differ, of a changed row. */
  changes?: readonly MemberChange[];
  /** The whole row, of one that was removed. */
  before?: unknown;
  /** The whole row, of one that was added. */
  after?: unknown;
}>;

/** How many rows of a projection and city differ; `hidden` is how many of them readers see in neither. */
export type DifferenceCount = Readonly<{
  projection: string;
  city: string | null;
  added: number;
  removed: number;
  changed: number;
  hidden: number;
}>;

/** What two generations have not alike. Positions as decimals: where they are not equal, part of it is what happened between. */
export type Diff = Readonly<{
  before: Readonly<{ position: string; rows: number }>;
  after: Readonly<{ position: string; rows: number }>;
  counts: readonly DifferenceCount[];
  /** Projections that only one of the two has, or has at another version. */
  versions: readonly Readonly<{ projection: string; before: number | null; after: number | null }>[];
  /** The first differences of each projection. */
  examples: readonly Difference[];
}>;
