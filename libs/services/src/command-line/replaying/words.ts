import type { ReplayResult, ReplayState } from '@relais/read-models';

const width = 20;

const bar = (position: bigint, head: bigint): string => {
  const share = head > 0n ? Number((position * 100n) / head) : 0;
  const full = Math.floor((share * width) / 100);
  return `[${'#'.repeat(full)}${'.'.repeat(width - full)}] ${String(share).padStart(3)} %`;
};

/** One step of a replay, for a terminal. */
export const stateInWords = ({ phase, position, head, eventsPerSecond, secondsLeft, paused }: ReplayState): string =>
  `${bar(BigInt(position), BigInt(head))}  ${paused ? 'paused' : phase}, position ${position} of ${head}` +
  (phase === 'reading' && !paused ? `, ${eventsPerSecond} events/s, ${secondsLeft} s left` : '');

const ending = ({ shown, generation }: ReplayResult, dryRun: boolean): string => {
  if (dryRun) return 'not shown (dry run)';
  return shown
    ? 'shown now'
    : `not shown: relais generations diff ${generation}, then relais generations activate ${generation}`;
};

/** What a replay came to. */
export const resultInWords = (result: ReplayResult, dryRun: boolean): string =>
  `generation ${result.generation}: ${result.events} events in ${result.seconds.toFixed(1)} s, at position ${result.position}; ` +
  (result.resumedAt === undefined ? '' : `gone on with from position ${result.resumedAt}; `) +
  `${result.changed ? 'its rows differ from' : 'its rows equal'} those shown before; ${ending(result, dryRun)}` +
  (result.outbound === undefined ? '' : `; outbound connections: ${result.outbound}`);
