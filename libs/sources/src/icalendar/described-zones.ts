import type { TimeZone } from '@relais/vocabulary';
import { Temporal } from 'temporal-polyfill';
import { windowsZone } from './windows-zones.js';

const form = /^\(?(?:UTC|GMT)\s*([+-]\d{1,2}[:.]?\d{2})?\)?\s*(\D.*)$/i;

/** Zones by the cities that they are named after; made when first asked for. */
let cities: ReadonlyMap<string, TimeZone> | undefined;
const zoneOfCity = (city: string): TimeZone | undefined => {
  cities ??= new Map(
    Intl.supportedValuesOf('timeZone').map((zone) => [
      zone
        .slice(zone.lastIndexOf('/') + 1)
        .replaceAll('_', ' ')
        .toLowerCase(),
      zone,
    ]),
  );
  return cities.get(city.toLowerCase());
};

/** What a zone's clocks show in winter, in minutes east of UTC. */
const standardOffset = (zone: TimeZone): number =>
  Math.min(
    ...['2026-01-01T00:00Z', '2026-07-01T00:00Z'].map(
      (instant) => Temporal.Instant.from(instant).toZonedDateTimeISO(zone).offsetNanoseconds / 60_000_000_000,
    ),
  );

const minutesOf = (offset: string): number => {
  const [, sign, hours, minutes] = /^([+-])(\d{1,2})[:.]?(\d{2})$/.exec(offset) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
};

/**
 * The zone that a program describes to people: « (UTC+01:00) Brussels, Copenhagen, Madrid, Paris » is that of the first city which is
 * known and keeps this time, « (UTC-05:00) Eastern Time (US & Canada) » is the one that Windows has under this name.
 */
export const describedZone = (tzid: string): TimeZone | undefined => {
  const [, offset = '+00:00', description] = form.exec(tzid) ?? [];
  if (description === undefined) return undefined;
  const said = /^([\w .]+) Time\b/i.exec(description)?.[1];
  const candidates = [
    said && windowsZone(`${said} Standard Time`),
    ...description.split(/[,/]/).map((city) => zoneOfCity(city.trim())),
  ];
  return candidates.find((zone): zone is string => !!zone && standardOffset(zone) === minutesOf(offset));
};
