import { join } from 'node:path';
import type { EventStore } from '@relais/event-store';
import type { ReadModels } from '../read-models.js';
import { ShownGeneration } from '../storage/shown-generation.js';
import { SqliteReadModels } from '../storage/sqlite-read-models.js';
import type { AnyProjection } from '../storage/table.js';
import { eventsUntil } from './events-until.js';
import { Layer } from './layer.js';
import { publicProjections } from './public-projections.js';
import { Snapshots } from './snapshots.js';

/** The log does not reach this position. */
export class BeyondTheLog extends Error {
  override readonly name = 'BeyondTheLog';
  constructor(
    readonly position: bigint,
    readonly head: bigint,
  ) {
    super(`the log ends at position ${head}; there is no position ${position} yet`);
  }
}

export type PastOptions = Readonly<{
  projections?: readonly AnyProjection[];
  /** How many views are kept to be looked at again, and how many bytes of memory for them. */
  views?: number;
  bytes?: number;
  /** How many bytes of snapshots are kept, and how far apart they are, in events. */
  snapshotBytes?: number;
  snapshotEvery?: bigint;
}>;

/** Rows as they stood at a position; they can be read until they are let go of. */
export type PastView = Readonly<{
  models: ReadModels;
  /** SHA-256 over all rows: that of a generation of the same projections with the same rows. */
  digest(): string;
  release(): void;
}>;

type Kept = Readonly<{ models: SqliteReadModels; layer: Layer; bytes: number }> & { held: number; dropped: boolean };

/**
 * The read models as they stood at any position of the log, beside those that are shown, which are never touched. A view is
 * the last snapshot before it with what came since laid over it; the few that were looked at last are kept.
 */
export class PastViews {
  readonly projections: readonly AnyProjection[];
  readonly snapshots: Snapshots;
  readonly #views = new Map<bigint, Promise<Kept>>();
  readonly #open = new Map<bigint, Kept>();
  readonly #most: Readonly<{ views: number; bytes: number }>;
  /** One is built after the other. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly store: EventStore,
    folder: string,
    { projections = publicProjections, views = 8, bytes = 200_000_000, ...snapshots }: PastOptions = {},
  ) {
    this.projections = projections;
    this.#most = { views, bytes };
    this.snapshots = new Snapshots(join(folder, 'snapshots'), store, projections, {
      ...(snapshots.snapshotBytes !== undefined && { bytes: snapshots.snapshotBytes }),
      ...(snapshots.snapshotEvery !== undefined && { every: snapshots.snapshotEvery }),
    });
  }

  /** Rejects with {@link BeyondTheLog}. At position 0 nothing had happened yet. */
  async at(position: bigint): Promise<PastView> {
    const head = await this.store.head();
    if (position < 0n || position > head) throw new BeyondTheLog(position, head);
    const view = this.#views.get(position) ?? this.#inTurn(() => this.#build(position));
    // Moved to the end: the one that nobody looked at longest is let go of first.
    this.#views.delete(position);
    this.#views.set(position, view);
    let kept: Kept;
    try {
      kept = await view;
    } catch (error) {
      if (this.#views.get(position) === view) this.#views.delete(position);
      throw error;
    }
    if (kept.dropped) return this.at(position);
    kept.held++;
    this.#forgetOld(position);
    return { models: kept.models, digest: () => kept.layer.digest(), release: once(() => this.#letGo(kept)) };
  }

  close(): void {
    for (const [position, kept] of this.#open) this.#drop(position, kept);
    this.#views.clear();
  }

  async #build(position: bigint): Promise<Kept> {
    const snapshot = await this.snapshots.for(position);
    const layer = Layer.over(snapshot.file, snapshot.position, this.projections);
    try {
      for await (const page of eventsUntil(this.store, snapshot.position, position)) layer.apply(page);
      const bytes = layer.finish();
      const shown = () => ShownGeneration.over(layer.database);
      const models = new SqliteReadModels({ current: () => 1, fileOf: () => '' }, undefined, this.projections, shown);
      const kept = { models, layer, bytes, held: 0, dropped: false };
      this.#open.set(position, kept);
      return kept;
    } catch (error) {
      layer.database.close();
      throw error;
    }
  }

  #forgetOld(last: bigint): void {
    const oldestFirst = [...this.#views.keys()].flatMap((position) => {
      const kept = this.#open.get(position);
      return kept ? [[position, kept] as const] : [];
    });
    let left = oldestFirst.length;
    let bytes = oldestFirst.reduce((sum, [, kept]) => sum + kept.bytes, 0);
    for (const [position, kept] of oldestFirst) {
      if (position === last || (left <= this.#most.views && bytes <= this.#most.bytes)) return;
      left--;
      bytes -= kept.bytes;
      this.#drop(position, kept);
    }
  }

  #drop(position: bigint, kept: Kept): void {
    this.#views.delete(position);
    this.#open.delete(position);
    kept.dropped = true;
    closeIfUnused(kept);
  }

  #letGo(kept: Kept): void {
    kept.held--;
    closeIfUnused(kept);
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }
}

const closeIfUnused = ({ dropped, held, models, layer }: Kept): void => {
  if (!dropped || held > 0) return;
  models.close();
  if (layer.database.isOpen) layer.database.close();
};

const once = (act: () => void): (() => void) => {
  let done = false;
  return () => {
    if (!done) act();
    done = true;
  };
};
