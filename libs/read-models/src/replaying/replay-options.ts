import { projections } from '../projections.js';
import type { DiffOptions } from '../diff/diff.js';
import type { Diff } from '../diff/difference.js';
import type { BuiltAside } from './replay-aside.js';
import type { ReplayState } from './running-replay.js';

export type ReplayOptions = Readonly<{
  onProgress?: (progress: ReplayState) => void;
  /** Aborted, the replay is left where it stands: the next one of the same kind goes on there. */
  signal?: AbortSignal;
  /** Build and compare, show the old one still, and leave nothing behind. */
  dryRun?: boolean;
  /** Names of the projections to make anew; the others are taken over as they are. All of them unless said. */
  only?: readonly string[];
  /** False: what is built is kept beside the one that is shown, which is shown still. */
  show?: boolean;
  /** Have every difference told, by how many examples of each projection. */
  diff?: Pick<DiffOptions, 'limit'>;
  /** Told of them before anything is swapped. */
  onDiff?: (diff: Diff) => void;
}>;

export type ReplayResult = BuiltAside &
  Readonly<{
    generation: number;
    seconds: number;
    /** Whether it is shown now. */
    shown: boolean;
  }>;

/** There is no projection of this name. */
export class UnknownProjection extends Error {
  override readonly name = 'UnknownProjection';
  constructor(projection: string) {
    super(`no projection is called «${projection}»; there are ${projections.map(({ name }) => name).join(', ')}`);
  }
}
