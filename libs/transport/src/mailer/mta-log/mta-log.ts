import { logFilesOf, type LogFile } from './log-files.js';
import { firstOf, lastOf, logLinesOf, placeBefore } from './log-reading.js';
import { LettersInLog, type Became } from './letters-in-log.js';
import type { LogLine } from './log-line.js';

/** What a log says of a letter. `taken` it was when it is in the queue, whatever became of it then. */
export type Standing =
  | Readonly<{ standing: 'taken'; queueId: string; became: Became }>
  | Readonly<{ standing: 'not-taken'; why: string }>
  | Readonly<{ standing: 'cannot-tell'; why: string }>;

export type MtaLogOptions = Readonly<{
  /** The one that is written to; what was put aside of it is found beside it. */
  path: string;
  now?: () => number;
  /** How long a letter may be in an MTA's hands before its log must speak of it, in milliseconds: milters and disks take their time. */
  settling?: number;
}>;

const minute = 60_000;

/** What is read before the moment meant: clocks that are set back, an hour that a winter's night has twice. */
const margin = 65 * minute;

/** Why a letter that a log does not speak of may have been there all the same; `timed` where its clock is ours. */
type Gap = Readonly<{ why: string; timed: boolean }>;

/** The part of a log that is read. */
type Covered = Readonly<{ files: readonly LogFile[]; gap?: Gap }>;

const notTaken = (why: string): Standing => ({ standing: 'not-taken', why });
const cannotTell = (why: string): Standing => ({ standing: 'cannot-tell', why });

/** Asks the log of a Postfix on this machine what became of letters: it is read from where it matters, in bounded memory. */
export class MtaLog {
  readonly #path: string;
  readonly #now: () => number;
  readonly #settling: number;

  constructor({ path, now = Date.now, settling = 10 * minute }: MtaLogOptions) {
    this.#path = path;
    this.#now = now;
    this.#settling = settling;
  }

  /**
   * What became of each of these Message-IDs; the value is when it was handed over, in milliseconds since 1970, without which one that
   * is not found cannot be told from one that the log has forgotten. Never says to whom. Rejects for no log: it says that it cannot tell.
   */
  async standings(asked: ReadonlyMap<string, number | undefined>): Promise<ReadonlyMap<string, Standing>> {
    const moments = [...asked.values()];
    const since = moments.includes(undefined) ? undefined : Math.min(...moments.map((at) => at ?? 0));
    const letters = new LettersInLog(new Set(asked.keys()));
    const gap = await this.#read(letters, since).catch((error: unknown) => {
      const { code, name } = error as NodeJS.ErrnoException;
      return { why: `the log cannot be read: ${code ?? name}`, timed: false };
    });
    return new Map([...asked].map(([id, handedOver]) => [id, this.#standing(letters, id, handedOver, gap)] as const));
  }

  #standing(letters: LettersInLog, id: string, handedOver: number | undefined, gap: Gap | undefined): Standing {
    const passages = letters.of(id);
    const taken = passages.findLast((one) => one.taken);
    if (taken) return { standing: 'taken', queueId: taken.queueId, became: taken.became };
    if (passages.some(({ turnedAway }) => turnedAway === undefined))
      return cannotTell('it came in, and the queue has not spoken of it yet');
    if (letters.lost) return cannotTell('lines of the log were lost');
    if (handedOver === undefined) return cannotTell('it is not known when it was handed over');
    const last = passages.at(-1)?.turnedAway;
    // Said of this attempt, and not of one before. Seconds are all that a log may have.
    if (last && (gap?.timed ?? true) && last.at + 1_000 > handedOver) return notTaken(last.why);
    if (gap !== undefined) return cannotTell(gap.why);
    return this.#now() - handedOver < this.#settling
      ? cannotTell('it may still be coming in')
      : notTaken(last?.why ?? 'the log never speaks of it');
  }

  async #read(letters: LettersInLog, since: number | undefined): Promise<Gap | undefined> {
    const { files, gap } = await this.#covered(since);
    // The oldest first: a letter's lines follow one another over the end of a file.
    for (const file of [...files].reverse()) {
      const trusted = since !== undefined && gap === undefined;
      const from = trusted ? await placeBefore(file, since - margin) : 0;
      for await (const line of logLinesOf(file, from)) letters.read(line);
    }
    return gap;
  }

  /** The files that hold all since a moment; with a gap, all there are. */
  async #covered(since: number | undefined): Promise<Covered> {
    const files = await logFilesOf(this.#path);
    if (files.length === 0) return { files, gap: { why: 'there is no log', timed: false } };
    if (since === undefined) return { files };
    let end: LogLine | undefined;
    for (const [n, file] of files.entries()) {
      const first = await firstOf(file);
      if (first === undefined) continue;
      if (end === undefined) {
        end = (await lastOf(file)) ?? first;
        if (!end.exact && Math.abs(file.written - end.at) > 2 * minute)
          return { files, gap: { why: 'the times of the log are of another zone', timed: false } };
        // Whoever was spoken to has written something.
        if (end.at + 1_000 < since)
          return { files, gap: { why: 'the log ends before it was handed over', timed: true } };
      }
      if (first.at < since - (first.exact ? 1_000 : margin)) return { files: files.slice(0, n + 1) };
    }
    return { files, gap: { why: 'the log does not reach back so far', timed: true } };
  }
}
