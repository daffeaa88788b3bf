import { isTimeZone, type TimeZone } from '@relais/vocabulary';
import { property, textOf, type Component } from './content-lines.js';

/** Names of Windows for zones that calendars from Europe carry (CLDR, windowsZones). */
const windows: Readonly<Record<string, TimeZone>> = {
  'romance standard time': 'Europe/Paris',
  'w. europe standard time': 'Europe/Berlin',
  'central europe standard time': 'Europe/Budapest',
  'central european standard time': 'Europe/Warsaw',
  'e. europe standard time': 'Europe/Chisinau',
  'gtb standard time': 'Europe/Bucharest',
  'fle standard time': 'Europe/Kiev',
  'gmt standard time': 'Europe/London',
  'greenwich standard time': 'Atlantic/Reykjavik',
  'russian standard time': 'Europe/Moscow',
  'turkey standard time': 'Europe/Istanbul',
  'eastern standard time': 'America/New_York',
  'central standard time': 'America/Chicago',
  'mountain standard time': 'America/Denver',
  'pacific standard time': 'America/Los_Angeles',
  utc: 'UTC',
};

/** The IANA zone a calendar means by a TZID: itself, the end of a path (`/mozilla.org/…/Europe/Paris`), a Windows name, or what its VTIMEZONE says. */
export const zoneOf = (tzid: string, calendar: Component): TimeZone | undefined => {
  const parts = tzid.replace(/^\/+/, '').split('/');
  const endings = parts.map((_part, from) => parts.slice(from).join('/'));
  const definition = calendar.components.find((one) => one.name === 'VTIMEZONE' && property(one, 'TZID')?.value === tzid);
  const location = definition && textOf(definition, 'X-LIC-LOCATION');
  const candidates = [...endings, windows[tzid.toLowerCase()], location];
  return candidates.find((name): name is string => name !== undefined && name !== '' && isTimeZone(name));
};

/** The zone that a calendar gives for all of its floating times. */
export const defaultZoneOf = (calendar: Component): TimeZone | undefined => {
  const name = textOf(calendar, 'X-WR-TIMEZONE');
  return name && zoneOf(name, calendar);
};
