import { isTimeZone, type TimeZone } from '@relais/vocabulary';
import { property, textOf, type Component } from './components.js';
import { definedZone } from './vtimezone.js';
import { clockworkOf, type Clockwork } from './wall-clock.js';
import { windowsZones } from './windows-zones.js';

/** A zone as a calendar means it; without a name where only the calendar's own definition knows it. */
export type CalendarZone = Readonly<{ name: TimeZone | undefined; clockwork: Clockwork }>;

/** The zones of one calendar. */
export type Zones = Readonly<{
  /** By TZID; undefined for one that nobody can tell. */
  named(tzid: string): CalendarZone | undefined;
  /** What the calendar gives for its floating times (X-WR-TIMEZONE). */
  own: CalendarZone | undefined;
  /** The source's, for times of which the calendar does not say. */
  source: CalendarZone;
}>;

const longestName = 200;

/** `GMT+0100`, `UTC+01:00`, `+0100`. */
const offsetName = (tzid: string): string | undefined => {
  const [, sign, hours, minutes] = /^\(?(?:GMT|UTC)?([+-])(\d{1,2}):?(\d{2})?\)?$/i.exec(tzid) ?? [];
  return hours === undefined ? undefined : `${sign}${hours.padStart(2, '0')}:${minutes ?? '00'}`;
};

/** The IANA zone meant: itself, the end of a path (`/mozilla.org/…/Europe/Paris`), a Windows name, what the VTIMEZONE says, an offset. */
const nameOf = (tzid: string, definition: Component | undefined): TimeZone | undefined => {
  const parts = tzid.slice(0, longestName).replace(/^\/+/, '').split('/');
  const endings = parts.map((_part, from) => parts.slice(from).join('/'));
  const location = definition && textOf(definition, 'X-LIC-LOCATION');
  const candidates = [
    ...endings,
    windowsZones[tzid.toLowerCase()],
    location,
    definition ? undefined : offsetName(tzid),
  ];
  return candidates.find((name): name is string => name !== undefined && name !== '' && isTimeZone(name));
};

/** The zones that a calendar's properties name, in the order: IANA, path, Windows, X-LIC-LOCATION, its own VTIMEZONE. */
export const zonesOf = (calendar: Component, sourceZone: TimeZone): Zones => {
  const definitions = new Map(
    calendar.components
      .filter(({ name }) => name === 'VTIMEZONE')
      .map((definition) => [property(definition, 'TZID')?.value, definition] as const),
  );
  const known = new Map<string, CalendarZone | undefined>();
  const found = (tzid: string): CalendarZone | undefined => {
    const definition = definitions.get(tzid);
    const name = nameOf(tzid, definition);
    if (name !== undefined) return { name, clockwork: clockworkOf(name) };
    const clockwork = definition && definedZone(definition);
    return clockwork && { name: undefined, clockwork };
  };
  const named = (tzid: string): CalendarZone | undefined => {
    if (!known.has(tzid)) known.set(tzid, found(tzid));
    return known.get(tzid);
  };
  const own = textOf(calendar, 'X-WR-TIMEZONE');
  return {
    named,
    own: own === undefined ? undefined : named(own),
    source: { name: sourceZone, clockwork: clockworkOf(sourceZone) },
  };
};
