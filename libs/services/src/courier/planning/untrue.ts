import type { GatheringFact } from '@relais/digest';
import { placesDiffer } from '@relais/read-models';
import type { When } from '@relais/vocabulary';

/** When it begins; of whole days, also when they end. */
const said = (when: When): string =>
  when.kind === 'all-day' ? `${when.from} ${when.until}` : new Date(when.starts).toISOString();

/**
 * Whether somebody who was told the one would go wrong, now that the other is so: another time, another place, called off or not
 * after all. What was not said cannot be untrue, and another way of writing a place is the same place.
 */
export const isUntrue = (told: GatheringFact, now: GatheringFact): boolean =>
  (told.cancelled ?? false) !== (now.cancelled ?? false) ||
  (told.when !== undefined && now.when !== undefined && said(told.when) !== said(now.when)) ||
  (told.place !== undefined && now.place !== undefined && placesDiffer(told.place, now.place));
