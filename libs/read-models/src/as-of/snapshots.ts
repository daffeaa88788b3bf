import { constants, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UnknownPosition, type EventStore } from '@relais/event-store';
import { isDamaged } from '../storage/damaged.js';
import type { AnyProjection } from '../storage/table.js';
import { eventsUntil } from './events-until.js';
import { Scratch, standingOf } from './scratch.js';

export type SnapshotOptions = Readonly<{
  /** How far apart they are, in events. */
  every?: bigint;
  /** How much room they take at most; those that nobody looked from longest go first. */
  bytes?: number;
}>;

/** A file of rows as they stood at a position. */
export type Snapshot = Readonly<{ position: bigint; file: string }>;

/** Rows as they stood at some positions of the log, `<position>.db` each, from which the past is built. All can be made again. */
export class Snapshots {
  readonly #every: bigint;
  readonly #most: number;
  /** In which order they were used. */
  readonly #used = new Map<bigint, number>();
  #uses = 0;

  constructor(
    private readonly folder: string,
    private readonly store: EventStore,
    private readonly projections: readonly AnyProjection[],
    { every = 25_000n, bytes = 2_000_000_000 }: SnapshotOptions = {},
  ) {
    this.#every = every;
    this.#most = bytes;
  }

  /** The one to build a position from, made now if it is not there. */
  async for(position: bigint): Promise<Snapshot> {
    const found = await this.#before(position);
    const due = await this.#due(found?.position ?? 0n, position, 'last');
    if (found?.position === due) return found;
    return this.#make(due, found);
  }

  /** Makes every one up to a position, each from the one before it. */
  async fill(until: bigint): Promise<void> {
    for (let due = 0n; ;) {
      await this.for(due);
      const next = await this.#due(due, until, 'first');
      if (next === due) return;
      due = next;
    }
  }

  /**
   * Where one is due after another, up to a position: at the last or the first of its events so many after each other; at the
   * other itself where they are fewer. They are counted: only of some logs can it be told from their positions.
   */
  async #due(after: bigint, until: bigint, which: 'first' | 'last'): Promise<bigint> {
    // There cannot be more events than positions.
    if (until - after < this.#every) return after;
    let [due, count] = [after, 0n];
    for await (const page of eventsUntil(this.store, after, until))
      for (const { position } of page) {
        if (++count % this.#every !== 0n) continue;
        if (which === 'first') return position;
        due = position;
      }
    return due;
  }

  /** Those that there are, by position, and their bytes. */
  list(): (Snapshot & Readonly<{ bytes: number }>)[] {
    if (!existsSync(this.folder)) return [];
    return readdirSync(this.folder)
      .flatMap((name) => /^(\d+)\.db$/.exec(name)?.[1] ?? [])
      .map((name) => ({ position: BigInt(name), file: this.#fileOf(BigInt(name)) }))
      .map((one) => ({ ...one, bytes: statSync(one.file).size }))
      .sort((one, other) => Number(one.position - other.position));
  }

  #fileOf(position: bigint): string {
    return join(this.folder, `${position}.db`);
  }

  /** The last one at or before a position, of this log and this code; one that is not is removed. */
  async #before(position: bigint): Promise<Snapshot | undefined> {
    for (const { position: at, file } of this.list().reverse()) {
      if (at > position) continue;
      if (await this.#holds(file, at)) {
        this.#used.set(at, ++this.#uses);
        return { position: at, file };
      }
      rmSync(file, { force: true });
    }
    return undefined;
  }

  /** Writes the rows as of any position into a file of its own, which is not one of these; whatever it was is replaced. */
  async write(file: string, position: bigint): Promise<void> {
    const { file: from } = await this.for(position);
    rmSync(file, { force: true });
    await this.#build(file, position, from);
  }

  async #make(position: bigint, from: Snapshot | undefined): Promise<Snapshot> {
    mkdirSync(this.folder, { recursive: true });
    removeDrafts(this.folder);
    // Another process may be making the same one.
    const draft = join(this.folder, `${position}.${process.pid}.draft`);
    await this.#build(draft, position, from?.file);
    const file = this.#fileOf(position);
    renameSync(draft, file);
    this.#used.set(position, ++this.#uses);
    this.#prune(position);
    return { position, file };
  }

  async #build(file: string, position: bigint, from: string | undefined): Promise<void> {
    if (from !== undefined) await copyFile(from, file, constants.COPYFILE_FICLONE);
    const scratch = Scratch.open(file, this.projections);
    try {
      for await (const page of eventsUntil(this.store, scratch.position, position)) scratch.apply(page);
      scratch.finish();
    } catch (error) {
      scratch.abandon();
      rmSync(file, { force: true });
      throw error;
    }
  }

  /** A file that is read goes on being read by whoever has it open. */
  #prune(last: bigint): void {
    const used = ({ position }: Snapshot): number => this.#used.get(position) ?? 0;
    const oldestFirst = this.list().sort((one, other) => used(one) - used(other));
    let bytes = oldestFirst.reduce((sum, one) => sum + one.bytes, 0);
    for (const one of oldestFirst) {
      if (bytes <= this.#most || one.position === last) continue;
      bytes -= one.bytes;
      rmSync(one.file, { force: true });
    }
  }

  /** A log that came back from a backup may hold other events at the same places. */
  async #holds(file: string, position: bigint): Promise<boolean> {
    try {
      const standing = standingOf(file, this.projections);
      if (standing?.position !== position) return false;
      if (position === 0n) return true;
      for await (const [event] of this.store.readAll(position - 1n))
        return event?.position === position && event.id === standing.event;
      return false;
    } catch (error) {
      if (isDamaged(error) || error instanceof UnknownPosition) return false;
      throw error;
    }
  }
}

/** What was not finished by processes that are no more, or by this one. */
const removeDrafts = (folder: string): void => {
  for (const name of readdirSync(folder)) {
    const pid = /\.(\d+)\.draft/.exec(name)?.[1];
    if (pid !== undefined && (Number(pid) === process.pid || !isAlive(Number(pid))))
      rmSync(join(folder, name), { force: true });
  }
};

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};
