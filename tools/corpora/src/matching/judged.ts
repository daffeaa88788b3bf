import { itemDescribed, matched, GatheringIndex, Venues, type Match, type Venue } from '@relais/matching';
import type { GatheringId, When } from '@relais/vocabulary';
import type { Announced } from './announced.ts';
import type { LabelledPair } from './labelled-pair.ts';

/** Whether two announcements were taken for one gathering, and by which rung. */
export type Judge = (pair: LabelledPair) => Match | undefined;

const described = ({ assembly, fields }: Announced) => itemDescribed(assembly, fields, []);

/** The first makes a gathering known, the second is looked up in the index and compared, as the recognition does it. */
export const byLadder = (houses: readonly Venue[]): Judge => {
  const venues = new Venues(houses);
  return ({ one, other }) => {
    const index = new GatheringIndex();
    index.put({ ...described(one), gathering: 'one' as GatheringId, sources: new Set([one.source]) });
    const item = { ...described(other), source: other.source };
    return index
      .candidates(item)
      .map((known) => matched(item, known, venues))
      .find((match) => match !== undefined);
  };
};

const startOf = (when: When | undefined): string => (when?.kind === 'timed' ? when.starts : (when?.from ?? ''));

/** What readers do that compare at all: the same title and the same start. */
export const byEquality: Judge = ({ one, other }) =>
  one.fields.title === other.fields.title && startOf(one.fields.when) === startOf(other.fields.when)
    ? { score: 1, reasons: [] }
    : undefined;
