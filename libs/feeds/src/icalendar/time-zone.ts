import type { TimeZone } from '@relais/vocabulary';
import { Temporal } from 'temporal-polyfill';

const offset = (nanoseconds: number): string => {
  const minutes = Math.round(Math.abs(nanoseconds) / 60e9);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${nanoseconds < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${two(minutes % 60)}`;
};

type Change = Readonly<{ at: Temporal.ZonedDateTime; from: number }>;

/** The zone's changes of offset in these years, the one in force before them first. */
const changes = (zone: TimeZone, firstYear: number, lastYear: number): Change[] => {
  const start = Temporal.ZonedDateTime.from({ timeZone: zone, year: firstYear, month: 1, day: 1 });
  const found: Change[] = [{ at: start, from: start.offsetNanoseconds }];
  for (let at = start.getTimeZoneTransition('next'); at && at.year <= lastYear; at = at.getTimeZoneTransition('next'))
    found.push({ at, from: at.subtract({ nanoseconds: 1 }).offsetNanoseconds });
  return found;
};

/**
 * A VTIMEZONE (RFC 5545, 3.6.5) with each change of offset written out for the years that are needed: right whatever the
 * zone's rules were then, and from the runtime's own tz database.
 */
export const timeZoneLines = (zone: TimeZone, firstYear: number, lastYear: number): string[] => {
  const all = changes(zone, firstYear, lastYear);
  const standard = Math.min(...all.map(({ at }) => at.offsetNanoseconds));
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${zone}`,
    ...all.flatMap(({ at, from }) => {
      const name = at.offsetNanoseconds > standard ? 'DAYLIGHT' : 'STANDARD';
      // A change is dated on the clock that was in force until then.
      const local = at.toInstant().toZonedDateTimeISO('UTC').add({ nanoseconds: from }).toPlainDateTime();
      return [
        `BEGIN:${name}`,
        `DTSTART:${local.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '')}`,
        `TZOFFSETFROM:${offset(from)}`,
        `TZOFFSETTO:${offset(at.offsetNanoseconds)}`,
        `END:${name}`,
      ];
    }),
    'END:VTIMEZONE',
  ];
};
