import type { Basis, Statement } from '@relais/gathering';
import { daysOf, type Place, type When } from '@relais/vocabulary';
import { placesDiffer } from './places-differ.js';

/** What one announcement says of a field on which they disagree. */
export type Says<Value> = Readonly<{ basis: Basis; value: Value }>;

/** Announcements of one gathering that cannot all be right, each with what it says, the oldest first. */
export type Conflict =
  | Readonly<{ field: 'when'; says: readonly Says<When>[] }>
  | Readonly<{ field: 'place'; says: readonly Says<Place>[] }>
  /** One says that it does not take place, another goes on announcing it. */
  | Readonly<{ field: 'cancelled'; says: readonly Says<boolean>[] }>;

type Announcement = Basis & Readonly<{ says: Statement }>;

const aMinute = 60_000;

/** A day and an hour of it are no conflict: the one is less precise. When it ends is not what people miss it by. */
const timesDiffer = (one: When, other: When): boolean => {
  if (one.kind === 'timed' && other.kind === 'timed')
    return Math.abs(Date.parse(one.starts) - Date.parse(other.starts)) >= aMinute;
  const [a, b] = [daysOf(one), daysOf(other)];
  if (one.kind === other.kind) return a.from !== b.from || a.until !== b.until;
  return b.from > a.until || a.from > b.until;
};

const disagree = <Value>(says: readonly Says<Value>[], differ: (one: Value, other: Value) => boolean): boolean =>
  says.some(({ value }, place) => says.slice(place + 1).some((other) => differ(value, other.value)));

const said = <Value>(
  announcements: readonly Announcement[],
  of: (says: Statement) => Value | undefined,
): readonly Says<Value>[] =>
  announcements.flatMap(({ source, item, says }) => {
    const value = of(says);
    return value === undefined ? [] : [{ basis: { source, item }, value }];
  });

/** What the present announcements of a gathering disagree on. */
export const conflictsOf = (announcements: readonly Announcement[]): readonly Conflict[] => {
  const when = said(announcements, (says) => says.when);
  const place = said(announcements, (says) => says.place);
  const cancelled = said(announcements, (says) => says.cancelled === true);
  return [
    ...(disagree(when, timesDiffer) ? [{ field: 'when' as const, says: when }] : []),
    ...(disagree(place, placesDiffer) ? [{ field: 'place' as const, says: place }] : []),
    ...(disagree(cancelled, (one, other) => one !== other) ? [{ field: 'cancelled' as const, says: cancelled }] : []),
  ];
};
