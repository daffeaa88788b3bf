import { isTimeZone, type TimeZone } from '@relais/vocabulary';
import { textOf, unescaped, type Component } from './components.js';
import { definedZone } from './vtimezone.js';
import { describedZone } from './described-zones.js';
import { clockworkOf, type Clockwork } from './wall-clock.js';
import { windowsZone } from './windows-zones.js';

/** A zone as a calendar means it; without a name where only the calendar's own definition knows it. */
export type CalendarZone = Readonly<{ name: TimeZone | undefined; clockwork: Clockwork }>;

/** The zones of one calendar. */
export type Zones = Readonly<{
  /** By TZID; undefined for one that nobody can tell. */
  named(tzid: string): CalendarZone | undefined;
  /** What the calendar gives for its floating times (X-WR-TIMEZONE). */
  own: CalendarZone | undefined;
  /** For what has a TZID that nobody can tell: `own`, the only zone that the calendar defines, or the source's. */
  fallback(): CalendarZone;
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

/** `GMT+0100`, `UTC+01:00`, `+0100`; `UTC+5.5` as WordPress writes it. */
const offsetName = (tzid: string): string | undefined => {
  const [, sign, hours, minutes, fraction] =
    /^\(?(?:GMT|UTC)?([+-])(\d{1,2})(?::?(\d{2})|(\.\d{1,2}))?\)?$/i.exec(tzid) ?? [];
  if (hours === undefined) return undefined;
  const written = minutes ?? String(Math.round(Number(fraction ?? 0) * 60)).padStart(2, '0');
  return `${sign}${hours.padStart(2, '0')}:${written}`;
};

/** The IANA zone meant: itself, the end of a path (`/mozilla.org/…/Europe/Paris`), a Windows name, what the VTIMEZONE says, an offset. */
const nameOf = (tzid: string, location: string | undefined, defined: boolean): TimeZone | undefined => {
  const parts = tzid.slice(0, longestName).replace(/^\/+/, '').split('/');
  // No zone has more than three parts.
  const endings = [3, 2, 1].map((count) => parts.slice(-count).join('/'));
  const candidates = [
    ...endings,
    windowsZone(tzid),
    location,
    ...(defined ? [] : [offsetName(tzid), describedZone(tzid)]),
  ];
  const found = candidates.find((name): name is string => name !== undefined && name !== '' && isTimeZone(name));
  return found && spelled(found);
};

/** A zone in the capitals that it is written with: `europe/paris` is understood, and would be shown so. */
const spelled = (zone: TimeZone): TimeZone => {
  const known = new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  return known.toLowerCase() === zone.toLowerCase() ? known : zone;
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
      .map((definition) => [textOf(definition, 'TZID'), definition] as const),
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
  const named = (written: string): CalendarZone | undefined => {
    const tzid = unescaped(written) ?? written;
    if (!known.has(tzid)) known.set(tzid, found(tzid));
    return known.get(tzid);
  };
  const called = textOf(calendar, 'X-WR-TIMEZONE');
  const own = called === undefined ? undefined : named(called);
  const source = { name: sourceZone, clockwork: clockworkOf(sourceZone) };
  const defined = [...definitions.keys()].filter((tzid) => tzid !== undefined && !/^(etc\/)?(utc|gmt)$/i.test(tzid));
  const fallback = (): CalendarZone => own ?? (defined.length === 1 ? named(defined[0] ?? '') : undefined) ?? source;
  return { named, own, fallback, source };
};
