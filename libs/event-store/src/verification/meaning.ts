import { chained, type Link } from '../chain.js';
import type { Break } from './chain-check.js';

/** What was done to a log where an event does not follow what stands before it. */
export type Meaning = Readonly<{
  kind: 'altered' | 'removed' | 'inserted' | 'swapped';
  /** The first position that is not as it was recorded; of what was removed, where it stood. */
  position: bigint;
  /** The last position that this explains. */
  until: bigint;
  what: string;
}>;

const plural = (count: number): string => (count === 1 ? 'an event was' : `${count} events were`);

/**
 * What it means that an event does not follow. `window` is that event and those after it; `missing` says that there is
 * another reason to think that an event is missing: versions of a stream with a gap, a checkpoint that came too early.
 */
export const meaningOf = (
  { position, earlier, gapless }: Break,
  window: readonly Link[],
  missing: boolean,
): Meaning => {
  const [first, second] = window;
  const before = earlier[0];
  if (first === undefined || before === undefined) throw new Error('a break is where an event is');
  const at = (index: number): bigint => window[index]?.position ?? position;
  const ends = (index: number): bigint => at(Math.min(index + 1, window.length - 1));

  for (const [index, link] of window.entries()) {
    if (index === 0) continue;
    const hash = chained(before.hash, link);
    if (hash === first.hash) return swapped(position, at(index), ends(index));
    if (hash !== link.hash) continue;
    // It is the one that follows. Does what stands here follow what was before that one?
    const place = window[index === 1 ? index : index - 1];
    if (place?.hash !== undefined && chained(place.hash, first) === first.hash)
      return swapped(position, at(index), ends(index));
    const what = `${plural(index)} put in here that the chain does not know`;
    return { kind: 'inserted', position, until: at(index), what };
  }

  for (const [index, { hash }] of earlier.entries())
    if (index > 0 && chained(hash, first) === first.hash) {
      const from = earlier[index - 1]?.position ?? position;
      return { kind: 'inserted', position: from, until: position, what: `${plural(index)} put in here after the fact` };
    }

  const computed = chained(before.hash, first);
  if (second !== undefined && chained(computed, second) === second.hash)
    return { kind: 'altered', position, until: second.position, what: 'its hash was altered, the event was not' };

  if (gapless && position > before.position + 1n) {
    const count = Number(position - before.position) - 1;
    return { kind: 'removed', position: before.position + 1n, until: position, what: `${plural(count)} removed here` };
  }
  if (missing)
    return {
      kind: 'removed',
      position,
      until: position,
      what: 'what stood right before it was removed, or its version is another',
    };
  const what = second === undefined ? 'it was altered, or put in at the end' : 'it is not as it was recorded';
  return { kind: 'altered', position, until: position, what };
};

const swapped = (position: bigint, other: bigint, until: bigint): Meaning => ({
  ...{ kind: 'swapped', position, until },
  what: `it and the event at position ${other} changed places`,
});
