import type { Instant, TimeZone } from '@relais/vocabulary';
import { Temporal } from 'temporal-polyfill';

/** What a wall clock shows, as the epoch milliseconds it would be in UTC: so that days and hours can be added to it. */
export type Wall = number;

/** A zone in which a calendar's wall clocks are read. */
export interface Clockwork {
  epochOf(wall: Wall): number;
  readonly wallOf: (epoch: number) => Wall;
}

/** A day in milliseconds. */
export const day = 86_400_000;

/** The midnight on the wall clock before a time, or at it. */
export const midnightOf = (wall: Wall): Wall => Math.floor(wall / day) * day;

export const wallText = (wall: Wall): string => instantText(wall).slice(0, 19);

/** Epoch milliseconds as an instant. */
export const instantText = (epoch: number): Instant => new Date(epoch).toISOString().replace('.000Z', 'Z');

/** The wall clock at a local time of whole seconds; throws a RangeError for a day or an hour that there is not. */
export const wallAt = (
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
): Wall => {
  const date = new Date(0);
  // Not Date.UTC, which takes the year 26 for 1926.
  date.setUTCFullYear(year, month - 1, day);
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  // 24:00 is how some write the end of a day.
  const midnight = hour === 24 && minute === 0 && second === 0;
  if (!exists || (hour > 23 && !midnight) || minute > 59 || second > 60)
    throw new RangeError('no such day, or no such hour');
  return date.setUTCHours(hour, minute, Math.min(second, 59));
};

export const utc: Clockwork = { epochOf: (wall) => wall, wallOf: (epoch) => epoch };

/** The clocks of a zone. A time that does not exist moves forward, of a repeated one it is the first (RFC 5545, 3.3.5). */
export const clockworkOf = (zone: TimeZone): Clockwork => {
  if (zone === 'UTC') return utc;
  const offsets = new Map<number, number>();
  /** What the clocks are ahead of UTC when a day begins there: asked for once, as asking takes long. */
  const offsetOn = (date: number): number => {
    const known = offsets.get(date);
    if (known !== undefined) return known;
    const instant = Temporal.Instant.fromEpochMilliseconds(date * day);
    const offset = instant.toZonedDateTimeISO(zone).offsetNanoseconds / 1_000_000;
    offsets.set(date, offset);
    return offset;
  };
  return {
    epochOf: (wall) => {
      const date = Math.floor(wall / day);
      const offset = offsetOn(date - 1);
      if (offset === offsetOn(date + 2)) return wall - offset;
      const local = Temporal.Instant.fromEpochMilliseconds(wall).toZonedDateTimeISO('UTC').toPlainDateTime();
      return local.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds;
    },
    wallOf: (epoch) => {
      const date = Math.floor(epoch / day);
      const offset = offsetOn(date);
      if (offset === offsetOn(date + 1)) return epoch + offset;
      const exact = Temporal.Instant.fromEpochMilliseconds(epoch).toZonedDateTimeISO(zone);
      return epoch + exact.offsetNanoseconds / 1_000_000;
    },
  };
};
