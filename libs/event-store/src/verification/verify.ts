import type { Link } from '../chain.js';
import { ChainCheck, type Break, type ChainReport, type Interval, type Stand } from './chain-check.js';
import type { Fixed } from './checkpoint-note.js';
import { meaningOf } from './meaning.js';

/** Something that was done to a log: where, between which checkpoints, and what. */
export type ChainFault = Interval &
  Readonly<{
    kind: 'altered' | 'removed' | 'inserted' | 'swapped' | 'cut off' | 'rewritten' | 'ambiguous';
    /** The first position that differs; absent where only the interval is known. */
    position?: bigint;
    what: string;
  }>;

export type ChainVerdict = Readonly<{
  events: number;
  /** Where the chain ends. */
  end: Stand;
  /** How many checkpoints the log was found to agree with. */
  checkpoints: number;
  /** In the order of the log. */
  faults: readonly ChainFault[];
}>;

/** So many breaks are looked into. */
const most = 20;

/**
 * Checks the chain of any store's log, and that it comes to every checkpoint. `links` is the store's: it is read once, and
 * where something is wrong, there once more.
 */
export const verify = async (
  links: (after?: bigint) => AsyncIterable<readonly Link[]>,
  checkpoints: readonly Fixed[] = [],
): Promise<ChainVerdict> => {
  const check = new ChainCheck(checkpoints);
  for await (const page of links()) for (const link of page) check.next(link);
  const report = check.end();
  const windows = new Map<bigint, readonly Link[]>();
  for (const { position, earlier } of report.breaks.slice(0, most))
    for await (const page of links(earlier[0]?.position)) {
      windows.set(position, page);
      break;
    }
  const missing = report.breaks.length > 0 && (await missesVersion(links));
  return verdictOf(report, ({ position }) => windows.get(position) ?? [], missing);
};

/** Whether a stream has a version that is higher than the number of its events. */
const missesVersion = async (links: () => AsyncIterable<readonly Link[]>): Promise<boolean> => {
  const streams = new Map<string, { held: number; last: number }>();
  for await (const page of links())
    for (const { stream, version } of page) {
      const known = streams.get(stream) ?? { held: 0, last: 0 };
      streams.set(stream, { held: known.held + 1, last: Math.max(known.last, version) });
    }
  return [...streams.values()].some(({ held, last }) => last > held);
};

/** A report in words. `windowOf` reads a page of the log from a break on; `missing` says that a stream misses a version. */
export const verdictOf = (
  report: ChainReport,
  windowOf: (broken: Break) => readonly Link[],
  missing: boolean,
): ChainVerdict => {
  const faults: ChainFault[] = [];
  let explained = 0n;
  for (const broken of report.breaks.slice(0, most)) {
    if (broken.position <= explained) continue;
    const shift = faults.length === 0 ? report.shift : undefined;
    const { until, ...meaning } = meaningOf(broken, windowOf(broken), shift === undefined ? missing : shift < 0);
    faults.push({ ...meaning, ...intervalOf(broken) });
    explained = until;
  }
  for (const { position, field } of report.twoLines)
    faults.push({
      ...{ kind: 'ambiguous', position, from: position, to: position },
      what: `its ${field} holds a line feed: what is hashed of it could be read in two ways`,
    });
  const { events, end, met, unmet } = report;
  const [first] = unmet;
  if (first !== undefined) faults.push(unmetInWords(first.fixed, intervalOf(first), unmet.length, report));
  const placeOf = ({ position, from }: ChainFault): bigint => position ?? from;
  faults.sort((one, other) => Number(placeOf(one) - placeOf(other)));
  return { events, end, checkpoints: met, faults };
};

const intervalOf = ({ from, to }: Interval): Interval => ({ from, ...(to !== undefined && { to }) });

const unmetInWords = (fixed: Fixed, interval: Interval, count: number, { events, end }: ChainReport): ChainFault => {
  const more = count > 1 ? `; ${count} checkpoints in all are not come to` : '';
  if (interval.to === undefined)
    return {
      ...{ kind: 'cut off', position: end.position + 1n, ...interval },
      what: `the log ends before it: it holds ${events} events, and a checkpoint fixes ${fixed.size}${more}`,
    };
  return {
    ...{ kind: 'rewritten', ...interval },
    what: `they are not the events that the checkpoint at ${fixed.size} events fixes: something was altered, removed or put in, and the chain made anew${more}`,
  };
};
