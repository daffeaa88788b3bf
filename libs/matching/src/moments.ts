import { daysOf, type When } from '@relais/vocabulary';

/** Announcements of one gathering name times this far apart at most, in milliseconds. */
export const tolerance = 15 * 60_000;

/** The doors open before it begins, in milliseconds: within it, a house does not begin the same thing a second time. */
export const doors = 45 * 60_000;

/** Between two starts, in milliseconds; endless where an hour is not said. */
export const apart = (one: When, other: When): number =>
  one.kind === 'timed' && other.kind === 'timed'
    ? Math.abs(Date.parse(one.starts) - Date.parse(other.starts))
    : Infinity;

export const timesAgree = (one: When, other: When): boolean =>
  one.kind === 'timed' && other.kind === 'timed'
    ? apart(one, other) <= tolerance
    : daysOf(one).from === daysOf(other).from;

/** Whether they share a day, as far as both say. */
export const daysAgree = (one: When | undefined, other: When | undefined): boolean =>
  one === undefined ||
  other === undefined ||
  (daysOf(one).from <= daysOf(other).until && daysOf(other).from <= daysOf(one).until);

/** What they have in common, in words. */
export const momentSaid = (one: When, other: When): string => {
  if (one.kind !== 'timed' || other.kind !== 'timed') return 'same day';
  return timesAgree(one, other) ? 'same time' : `${Math.round(apart(one, other) / 60_000)} minutes apart`;
};
