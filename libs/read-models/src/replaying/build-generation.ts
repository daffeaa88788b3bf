import { rmSync } from 'node:fs';
import type { EventStore } from '@relais/event-store';
import { projections as all } from '../projections.js';
import { Building } from '../storage/building.js';
import type { AnyProjection } from '../storage/table.js';
import { lastEventUntil } from './event-at.js';
import type { Pause } from './pause.js';
import { Pace, type Progress } from './progress.js';

/** What building reads of a log; it may be one that nothing was ever recorded in. */
export type ReadableLog = Pick<EventStore, 'head' | 'readAll' | 'readAllBack'>;

/** The log does not reach the position that rows were asked for at. */
export class PositionBeyondLog extends Error {
  override readonly name = 'PositionBeyondLog';
  constructor(
    readonly position: bigint,
    readonly head: bigint,
  ) {
    super(`the log ends at position ${head}; there is no position ${position} yet`);
  }
}

export type BuildOptions = Readonly<{
  /** Which projections to make rows of; all of them unless said. */
  only?: readonly AnyProjection[];
  /** The last position to be read; the end of the log as it is when the building begins unless said. */
  until?: bigint;
  /** Only the types that the projections handle are read: others are then not looked at, known or not. */
  selective?: boolean;
  /** Told after each page of events. */
  onProgress?: (progress: Progress) => void;
  signal?: AbortSignal;
  pause?: Pause;
}>;

/** What reading into a building needs to be told beside where it ends. */
export type ReadingOptions = BuildOptions &
  Readonly<{
    /** Done after each page, with the number of events that were read so far. */
    afterPage?: (events: number) => void | Promise<void>;
  }>;

/** What was built: the position of the last event in it, and how many events were read for it. */
export type Built = Readonly<{ position: bigint; events: number; seconds: number }>;

const typesOf = (projections: readonly AnyProjection[]): string[] => [
  ...new Set(projections.flatMap(({ on }) => Object.keys(on))),
];

/**
 * Makes the rows of projections from the log, from its beginning up to a position, at full speed, into a file that must not
 * be there yet: a whole generation's file, closed, with its position and its indexes in it. The one way in which rows are
 * built aside: by a replay, for a view of the past, and to try a changed projection. Other work goes on between two pages.
 * Leaves no file behind when it fails or is aborted. Rejects with {@link PositionBeyondLog}, or `UnknownEventType`.
 */
export const buildGeneration = async (store: ReadableLog, file: string, options: BuildOptions = {}): Promise<Built> => {
  const { only: projections = all, signal, onProgress } = options;
  const head = await store.head();
  const until = options.until ?? head;
  if (until < 0n || until > head) throw new PositionBeyondLog(until, head);
  const building = Building.begin(file, 1, projections);
  const begun = performance.now();
  try {
    const events = await readInto(building, store, until, options);
    onProgress?.({ phase: 'indexing', ...new Pace(until, until).at(until, events) });
    await building.index();
    signal?.throwIfAborted();
    building.finish();
    return { position: building.position, events, seconds: (performance.now() - begun) / 1_000 };
  } catch (error) {
    building.close();
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${file}${suffix}`, { force: true });
    throw error;
  }
};

/** Applies what was recorded after where the building stands, up to a position; returns how many events that were. */
export const readInto = async (
  building: Building,
  store: Pick<ReadableLog, 'readAll' | 'readAllBack'>,
  until: bigint,
  { only: projections = all, selective = false, onProgress, signal, pause, afterPage }: ReadingOptions,
): Promise<number> => {
  const pace = new Pace(building.position, until, () => performance.now() - (pause?.milliseconds ?? 0));
  let events = 0;
  if (building.position >= until) return events;
  const selection = selective ? { types: typesOf(projections) } : {};
  for await (const page of store.readAll(building.position, selection)) {
    await pause?.passed(signal);
    signal?.throwIfAborted();
    const isLast = (page.at(-1)?.position ?? 0n) >= until;
    const wanted = isLast ? page.filter(({ position }) => position <= until) : page;
    building.apply(wanted);
    events += wanted.length;
    onProgress?.({ phase: 'reading', ...pace.at(building.position, events) });
    await afterPage?.(events);
    if (isLast) break;
    await new Promise((resolve) => setImmediate(resolve));
  }
  if (selective) building.standAt(await lastEventUntil(store, until));
  return events;
};
