import { ruleInWords } from '@relais/rhythm';
import type { When } from '@relais/vocabulary';
import type { SpokenOf } from './expected-days.js';
import { apart, doors, momentSaid, tolerance } from './moments.js';
import { comparePlaces } from './place.js';
import { because, titles, type Rung } from './rung.js';

const sureness = (one: When, other: When): number => {
  if (apart(one, other) <= tolerance) return 0.9;
  if (apart(one, other) <= doors) return 0.85;
  return one.kind === 'timed' && other.kind === 'timed' ? 0.7 : 0.8;
};

/** Which day of which rhythm it is: « last Thursday of the month ». */
const named = ({ plan, occurrence }: SpokenOf): string =>
  `${plan.title}, ${ruleInWords(plan.rule, 'en') ?? plan.rule}, ${occurrence.date}`;

/**
 * Both speak of one day that a rhythm of the assembly expects. In the plan's own title they may say another hour of its turn,
 * or none; a title that says less must name the hour, one that says more the hour and the house of the other.
 */
export const byOccurrence: Rung = (item, known, { venues, expected }) => {
  if (item.when === undefined || known.when === undefined || known.sources.has(item.source)) return undefined;
  const [one, other] = [expected.spokenOf(item), expected.spokenOf(known)];
  if (one === undefined || other === undefined) return undefined;
  if (one.occurrence.rhythm !== other.occurrence.rhythm || one.occurrence.date !== other.occurrence.date)
    return undefined;
  const place = comparePlaces(item.place, known.place, venues);
  if (place === 'different') return undefined;
  const { alike, atOdds } = titles(item, known, venues, one.cities);
  // Other numbers or days in the titles, and it is another meeting of the series.
  if (alike === 0) return undefined;
  const between = apart(item.when, known.when);
  const saysMore = atOdds || one.title === 'more' || other.title === 'more';
  if (saysMore && (place !== 'same' || between > tolerance)) return undefined;
  if ((one.title !== 'the same' || other.title !== 'the same') && between > doors) return undefined;
  return because(
    sureness(item.when, known.when),
    'occurrence',
    `${named(one)}: ${momentSaid(item.when, known.when)}, ${place === 'same' ? 'same place' : 'place not known to differ'}`,
  );
};
