import { beginning, chained, isOneLine, type Link } from '../chain.js';
import type { Fixed } from './checkpoint-note.js';

/** An event as the check takes it; a position may be a number where that is cheaper. */
export type Checked = Omit<Link, 'position'> & Readonly<{ position: bigint | number }>;

/** A place of the chain: after the event at this position it stands at this hash. */
export type Stand = Readonly<{ position: bigint; hash: string }>;

/** An event that does not follow what stands before it. */
export type Break = Readonly<{
  /** Its place among all events, from 1. */
  count: number;
  position: bigint;
  /** Where the chain stood before it, the last place first. */
  earlier: readonly Stand[];
  /** Whether every position before it followed the one before without a gap. */
  gapless: boolean;
}> &
  Interval;

/** What lies between two checkpoints that the chain comes to: from the one to the other, or to the end of the log. */
export type Interval = Readonly<{ from: bigint; to?: bigint }>;

/** A checkpoint that the chain does not come to; the events that it covers and no checkpoint before does. */
export type Unmet = Readonly<{ fixed: Fixed }> & Interval;

/** A field that could be read in two ways, since it holds a line feed. */
export type TwoLines = Readonly<{ position: bigint; field: string }>;

export type ChainReport = Readonly<{
  events: number;
  /** Where the chain ends. */
  end: Stand;
  breaks: readonly Break[];
  unmet: readonly Unmet[];
  twoLines: readonly TwoLines[];
  /** How many checkpoints the chain comes to. */
  met: number;
  /** By how many events a checkpoint after the first break stands later than it should: more are there, or (below 0) fewer. */
  shift?: number;
}>;

/** So many of a kind say enough. */
const most = 100;
/** How far back it can be told that something was put in. */
const remembered = 32;

const isInLines = ({ id, stream, type, recordedAt, metadata, data }: Checked): boolean =>
  isOneLine(data) &&
  isOneLine(metadata) &&
  isOneLine(stream) &&
  isOneLine(type) &&
  isOneLine(recordedAt) &&
  isOneLine(id);

const fields = ['id', 'stream', 'type', 'recordedAt', 'metadata', 'data'] as const;

/**
 * Computes the chain of a log anew, event by event, and compares it with the hash that the store keeps of each, where it
 * does, and with checkpoints. After an event that does not follow, it goes on from what the store says.
 */
export class ChainCheck {
  #hash = beginning;
  #position = 0n as bigint | number;
  #count = 0;
  #gapless = true;
  #keepsHashes = false;
  /** The last places, the newest at `count % remembered`. */
  readonly #positions: (bigint | number)[] = [0n];
  readonly #hashes: string[] = [beginning];
  readonly #breaks: Omit<Break, 'to'>[] = [];
  /** Of checkpoints that were met: how many events they fix, and where the last of those stands. */
  readonly #meetings: Readonly<{ size: number; position: bigint }>[] = [];
  readonly #twoLines: TwoLines[] = [];
  readonly #checkpoints: readonly Fixed[];
  /** The first checkpoint that is not reached yet. */
  #next = 0;
  #nextSize: number;
  #unmet: Unmet[] = [];
  /** After a break, checkpoints are looked for by their hash, since their place may have moved. */
  #awaited: Map<string, Fixed[]> | undefined;
  #shift: number | undefined;

  constructor(checkpoints: readonly Fixed[] = []) {
    this.#checkpoints = checkpoints.toSorted((one, other) => one.size - other.size);
    this.#nextSize = this.#checkpoints[0]?.size ?? Infinity;
    this.#compareAll();
  }

  /** Takes the next event of the log. */
  next(link: Checked): void {
    const computed = chained(this.#hash, link);
    const stored = link.hash;
    if (!isInLines(link)) this.#noteLines(link);
    if (stored !== undefined && stored !== computed) this.#noteBreak(link);
    this.#keepsHashes = stored !== undefined;
    if (link.position != Number(this.#position) + 1) this.#gapless = false;
    this.#position = link.position;
    this.#hash = stored ?? computed;
    this.#count++;
    const place = this.#count % remembered;
    this.#positions[place] = link.position;
    this.#hashes[place] = this.#hash;
    if (this.#awaited !== undefined) this.#lookFor(this.#awaited);
    else if (this.#count === this.#nextSize) this.#compareAll();
  }

  /** What came of it, once the log is at its end. */
  end(): ChainReport {
    const left = this.#checkpoints.slice(this.#next);
    for (const fixed of this.#awaited ? left.filter(({ hash }) => this.#awaited?.has(hash)) : left)
      if (!this.#isExplained(fixed)) this.#noteUnmet(fixed, this.#count < fixed.size);
    return {
      events: this.#count,
      end: { position: BigInt(this.#position), hash: this.#hash },
      breaks: this.#breaks.map((broken) => ({ ...broken, ...this.#until(broken.count) })),
      unmet: this.#unmet,
      twoLines: this.#twoLines,
      met: this.#meetings.length,
      ...(this.#shift !== undefined && { shift: this.#shift }),
    };
  }

  #compareAll(): void {
    for (; this.#nextSize === this.#count; this.#nextSize = this.#checkpoints[++this.#next]?.size ?? Infinity) {
      const fixed = this.#checkpoints[this.#next] as Fixed;
      if (fixed.hash === this.#hash) this.#meet(fixed.size);
      else {
        this.#noteUnmet(fixed, false);
        // Without hashes of the store's own, what follows is compared with what the checkpoint says.
        if (!this.#keepsHashes) this.#hash = fixed.hash;
      }
    }
  }

  #lookFor(awaited: Map<string, Fixed[]>): void {
    const found = awaited.get(this.#hash);
    if (found === undefined) return;
    awaited.delete(this.#hash);
    for (const { size } of found) {
      this.#shift ??= this.#count - size;
      this.#meet(size);
    }
  }

  #meet(size: number): void {
    this.#meetings.push({ size, position: BigInt(this.#position) });
  }

  #from(): bigint {
    return (this.#meetings.at(-1)?.position ?? 0n) + 1n;
  }

  #until(count: number): Pick<Interval, 'to'> {
    const next = this.#meetings.find(({ size }) => size >= count);
    return next === undefined ? {} : { to: next.position };
  }

  /** A checkpoint that is not met is news only where no break lies between it and the one before. */
  #isExplained({ size }: Fixed): boolean {
    if (size > this.#count) return false;
    const before = this.#checkpoints.findLast((other) => other.size < size)?.size ?? 0;
    return this.#breaks.some(({ count }) => count > before && count <= size);
  }

  #noteUnmet(fixed: Fixed, isBeyond: boolean): void {
    if (this.#unmet.length >= most) return;
    this.#unmet.push({ fixed, from: this.#from(), ...(!isBeyond && { to: BigInt(this.#position) }) });
  }

  #noteBreak({ position }: Checked): void {
    this.#awaited ??= Map.groupBy(this.#checkpoints.slice(this.#next), ({ hash }) => hash);
    if (this.#breaks.length >= most) return;
    const earlier: Stand[] = [];
    for (let count = this.#count; count >= 0 && earlier.length < remembered; count--) {
      const place = count % remembered;
      earlier.push({ position: BigInt(this.#positions[place] ?? 0), hash: this.#hashes[place] ?? beginning });
    }
    this.#breaks.push({
      count: this.#count + 1,
      position: BigInt(position),
      earlier,
      gapless: this.#gapless,
      from: this.#from(),
    });
  }

  #noteLines(link: Checked): void {
    const position = BigInt(link.position);
    for (const field of fields)
      if (this.#twoLines.length < most && !isOneLine(link[field])) this.#twoLines.push({ position, field });
  }
}
