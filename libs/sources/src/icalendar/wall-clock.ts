import { instantOf, type Instant, type TimeZone } from '@relais/vocabulary';
import { Temporal } from 'temporal-polyfill';

/** What a wall clock shows, as the epoch milliseconds it would be in UTC: so that days and hours can be added to it. */
export type Wall = number;

/** A zone in which a calendar's wall clocks are read. */
export interface Clockwork {
  epochOf(wall: Wall): number;
  readonly wallOf: (epoch: number) => Wall;
}

export const wallText = (wall: Wall): string => instantText(wall).slice(0, 19);

/** Epoch milliseconds as an instant. */
export const instantText = (epoch: number): Instant => Temporal.Instant.fromEpochMilliseconds(epoch).toString();

/** The wall clock at a local time of whole seconds; throws a RangeError for a day or an hour that there is not. */
export const wallAt = (year: number, month: number, day: number, hour: number, minute: number, second: number): Wall =>
  Temporal.PlainDateTime.from(
    { year, month, day, hour, minute, second: Math.min(second, 59) },
    { overflow: 'reject' },
  ).toZonedDateTime('UTC').epochMilliseconds;

export const utc: Clockwork = { epochOf: (wall) => wall, wallOf: (epoch) => epoch };

export const clockworkOf = (zone: TimeZone): Clockwork =>
  zone === 'UTC'
    ? utc
    : {
        epochOf: (wall) => Temporal.Instant.from(instantOf(wallText(wall), zone)).epochMilliseconds,
        wallOf: (epoch) => {
          const { offsetNanoseconds } = Temporal.Instant.fromEpochMilliseconds(epoch).toZonedDateTimeISO(zone);
          return epoch + offsetNanoseconds / 1_000_000;
        },
      };
