import { existsSync, rmSync } from 'node:fs';
import type { EventStore } from '@relais/event-store';
import { diffAtOnePosition } from '../diff/diff-at-one-position.js';
import type { DiffOptions } from '../diff/diff.js';
import type { Diff } from '../diff/difference.js';
import { projections as all } from '../projections.js';
import { Building } from '../storage/building.js';
import type { AnyProjection } from '../storage/table.js';
import { readInto } from './build-generation.js';
import { chainHashAt } from './chain-hash-at.js';
import { lastEventUntil } from './event-at.js';
import type { Pause } from './pause.js';
import { Pace, type Phase, type Progress } from './progress.js';
import { ShownRows } from './shown-rows.js';

/** What is to be built; plain, so that it can be handed to another thread. */
export type ReplayOrder = Readonly<{
  number: number;
  /** The file to build in; what a crash left there is gone on with where it fits. */
  file: string;
  /** Names of the projections to make anew; the others are taken over from the generation that is shown. Without it, all. */
  only?: readonly string[];
  /** The file of the generation that is shown: what is built is compared with it. */
  shown?: string;
  /** That every difference is to be told, beside whether there is any. */
  diff?: Pick<DiffOptions, 'limit'>;
  /** What this is for; another purpose begins anew. */
  purpose: string;
}>;

/** What a replay is told and tells while it goes on. */
export type ReplayHooks = Readonly<{
  onProgress: (progress: Progress) => void;
  /** Aborted with {@link Interrupted}, what was built is left to be gone on with; with anything else, nothing is left. */
  signal: AbortSignal;
  pause: Pause;
  /** Resolves when the generation that is shown stands at this position at least. */
  shownAt: (position: bigint) => Promise<void>;
}>;

/** What was built, whole and closed. */
export type BuiltAside = Readonly<{
  position: string;
  events: number;
  /** Whether any row is other than in the generation that was shown, both at one position. */
  changed: boolean;
  /** What is other, where that was asked and something was shown before. */
  diff?: Diff;
  /** Where it was gone on with after a crash. */
  resumedAt?: string;
  /** How many connections, look-ups and processes were begun meanwhile; absent where that was not counted. */
  outbound?: number;
}>;

/** Builds a generation in this thread or in another. */
export type ReplayAside = (order: ReplayOrder, hooks: ReplayHooks) => Promise<BuiltAside>;

/** The process ends: the replay is gone on with when it begins again. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
  constructor() {
    super('the replay was interrupted; it goes on where it stood when it is started again');
  }
}

/** What may be lost of the work by a crash: so many events or milliseconds. */
export type AtStake = Readonly<{ events: number; milliseconds: number }>;
const usual: AtStake = { events: 100_000, milliseconds: 2_000 };

/** What a crash left, if it is of this log, this code and this order. */
const goneOnWith = async (
  log: EventStore,
  { file, number, purpose }: ReplayOrder,
  projections: readonly AnyProjection[],
): Promise<Building | undefined> => {
  const left = Building.resume(file, number, projections);
  if (left?.mark?.order === purpose && (await isOfThisLog(log, left, left.mark.hash))) return left;
  left?.close();
  return undefined;
};

/** Its last event is there, in its place, after the same others: these are known by the hash only where the log keeps any. */
const isOfThisLog = async (
  log: EventStore,
  { position, lastEvent }: Building,
  hash: string | null,
): Promise<boolean> => {
  const event = await lastEventUntil(log, position);
  return event?.position === position && event.id === lastEvent && (await chainHashAt(log, position)) === hash;
};

/** Removes a generation that was being built. */
export const removeBuilding = (file: string): void => {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${file}${suffix}`, { force: true });
};

/** Builds a generation from a log in this thread; other work goes on between two pages of events. */
export const replayFrom =
  (log: EventStore, most = usual): ReplayAside =>
  async (order, hooks) => {
    const { file, number, only, purpose } = order;
    const chosen = only ? all.filter(({ name }) => only.includes(name)) : all;
    const left = existsSync(file) ? await goneOnWith(log, order, chosen) : undefined;
    if (left === undefined) removeBuilding(file);
    const building = left ?? Building.begin(file, number, chosen);
    const resumed = left?.mark;
    const resumedAt = resumed && String(building.position);
    let [events, committed, at] = [resumed?.events ?? 0, 0, performance.now()];
    const commit = async (sofar: number): Promise<void> => {
      building.commit({ order: purpose, events: sofar, hash: await chainHashAt(log, building.position) });
      [committed, at] = [sofar, performance.now()];
    };
    const read = async (until: bigint): Promise<void> => {
      const before = events;
      const afterPage = (read: number): Promise<void> | undefined => {
        events = before + read;
        // From the first page on it is known, after a crash, that there was a replay, and what for.
        const isFirst = committed === 0;
        const isDue = isFirst || events - committed >= most.events || performance.now() - at >= most.milliseconds;
        return isDue ? commit(events) : undefined;
      };
      await readInto(building, log, until, { ...hooks, only: chosen, selective: only !== undefined, afterPage });
    };
    const say = async (phase: Phase): Promise<void> =>
      hooks.onProgress({ phase, ...new Pace(building.position, await log.head()).at(building.position, 0) });
    try {
      await read(await log.head());
      await say('indexing');
      await building.index();
      await say('catching up');
      await read(await log.head());
      const changed = order.shown === undefined || (await compared(order.shown));
      building.finish();
      if (order.diff && order.shown !== undefined) await say('comparing');
      const diff =
        order.diff && order.shown !== undefined && (await diffAtOnePosition(log, order.shown, file, order.diff));
      const position = diff ? diff.after.position : String(building.position);
      return { position, events, changed, ...(diff && { diff }), ...(resumedAt && { resumedAt }) };
    } catch (error) {
      if (error instanceof Interrupted && building.position > 0n) {
        await commit(events);
        building.close();
      } else {
        building.close();
        removeBuilding(file);
      }
      throw error;
    }

    /** Brings the building where the shown rows are, all at one moment, and says whether any row is other. */
    async function compared(shownFile: string): Promise<boolean> {
      await say('comparing');
      await hooks.shownAt(building.position);
      hooks.signal.throwIfAborted();
      const shown = ShownRows.open(shownFile);
      try {
        await read(shown.position);
        const isOther = shown.digest(chosen) !== building.digest();
        if (only)
          building.with((database) =>
            shown.copyInto(
              database,
              all.filter((one) => !chosen.includes(one)),
            ),
          );
        return isOther;
      } finally {
        shown.close();
      }
    }
  };
