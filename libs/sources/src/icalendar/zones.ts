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

/** How many names, and how many definitions, one document may have tried: to try one takes long. */
const mostNames = 1_000;
const mostDefinitions = 200;

/** What is known of the zones of a document, whose calendars often repeat them. */
export type ZoneMemory = Readonly<{
  names: Map<string, TimeZone | undefined>;
  definitions: Map<string, Clockwork | undefined>;
}>;

export const zoneMemory = (): ZoneMemory => ({ names: new Map(), definitions: new Map() });

/** Found once, and only so many; undefined beyond. */
const once = <Found>(
  known: Map<string, Found | undefined>,
  most: number,
  key: string,
  find: () => Found | undefined,
) => {
  if (!known.has(key) && known.size < most) known.set(key, find());
  return known.get(key);
};

/** `GMT+0100`, `UTC+01:00`, `+0100`. */
const offsetName = (tzid: string): string | undefined => {
  const [, sign, hours, minutes] = /^\(?(?:GMT|UTC)?([+-])(\d{1,2}):?(\d{2})?\)?$/i.exec(tzid) ?? [];
  return hours === undefined ? undefined : `${sign}${hours.padStart(2, '0')}:${minutes ?? '00'}`;
};

/** The IANA zone meant: itself, the end of a path (`/mozilla.org/…/Europe/Paris`), a Windows name, what the VTIMEZONE says, an offset. */
const nameOf = (tzid: string, location: string | undefined, defined: boolean): TimeZone | undefined => {
  const parts = tzid.slice(0, longestName).replace(/^\/+/, '').split('/');
  // No zone has more than three parts.
  const endings = [3, 2, 1].map((count) => parts.slice(-count).join('/'));
  const candidates = [...endings, windowsZones[tzid.toLowerCase()], location, defined ? undefined : offsetName(tzid)];
  return candidates.find((name): name is string => name !== undefined && name !== '' && isTimeZone(name));
};

/** A definition as a text to know it by. */
const written = ({ components }: Component): string =>
  JSON.stringify(
    components.map(({ name, properties }) => [
      name,
      [...properties].map(([called, ones]) => [called, ones.map(({ value }) => value)]),
    ]),
  );

/** The zones that a calendar's properties name, in the order: IANA, path, Windows, X-LIC-LOCATION, its own VTIMEZONE. */
export const zonesOf = (calendar: Component, sourceZone: TimeZone, memory: ZoneMemory): Zones => {
  const definitions = new Map(
    calendar.components
      .filter(({ name }) => name === 'VTIMEZONE')
      .map((definition) => [property(definition, 'TZID')?.value, definition] as const),
  );
  const known = new Map<string, CalendarZone | undefined>();
  const found = (tzid: string): CalendarZone | undefined => {
    const definition = definitions.get(tzid);
    const location = definition && textOf(definition, 'X-LIC-LOCATION');
    const asked = [tzid, location ?? '', definition ? 'defined' : ''].join('\n');
    const name = once(memory.names, mostNames, asked, () => nameOf(tzid, location, definition !== undefined));
    if (name !== undefined) return { name, clockwork: clockworkOf(name) };
    const clockwork =
      definition && once(memory.definitions, mostDefinitions, written(definition), () => definedZone(definition));
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
