import { instantOf, isTimeZone, type Instant } from '@relais/vocabulary';
import { monthOf } from './month-names.js';
import { writtenDate, type DateParts } from './written-dates.js';
import { offsetOf } from './zone-names.js';

/** A date, and what of it was said. */
export type StatedDate = Readonly<{
  /** What is not said is midnight, and UTC. */
  instant: Instant;
  /** Whether it says a time of day. */
  timed: boolean;
  /** Whether it says its zone or offset. */
  zoned: boolean;
}>;

const hourOf = ({ hour = '0', half }: DateParts): number =>
  half === undefined ? Number(hour) : (Number(hour) % 12) + (half.startsWith('p') ? 12 : 0);

/** Parts that do not exist make it no date, and so does a zone that nobody knows. */
const stated = (parts: DateParts): StatedDate | undefined => {
  const { year, month, day, minute = '0', second = '0', zone } = parts;
  const hour = hourOf(parts);
  // The day's last midnight may be written as 24:00 (ISO 8601), a leap second as :60; no other time goes beyond.
  const clock = hour * 3_600 + Number(minute) * 60 + Math.min(Number(second), 59);
  const exists = clock <= 86_400 && Number(minute) <= 59 && Number(second) <= 60;
  const full = year.length <= 2 ? Number(year) + (Number(year) < 70 ? 2000 : 1900) : Number(year);
  if (full < 100 || month < 0 || month > 11 || day < 1 || !exists) return undefined;
  if (new Date(Date.UTC(full, month, day)).getUTCDate() !== day) return undefined;
  const local = new Date(Date.UTC(full, month, day, hour, Number(minute), Number(second)));
  const said = { timed: parts.hour !== undefined, zoned: zone !== undefined };
  if (zone?.includes('/'))
    return isTimeZone(zone) ? { instant: instantOf(local.toISOString().slice(0, 19), zone), ...said } : undefined;
  const offset = offsetOf(zone ?? 'z');
  if (offset === undefined) return undefined;
  const instant = new Date(local.getTime() - offset * 60_000).toISOString().replace('.000Z', 'Z');
  return { instant, ...said };
};

const rfc822 =
  /^(?:[^\s\d,]{2,12},?\s+)?(\d{1,2})[\s-]+([^\s\d.-]{3,9})\.?[\s-]+(\d{4}|\d{2})(?:[\s,T]+(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.\d+)?)?)?(?:\s*((?:gmt|utc)?[+-]\d{1,2}:?\d{0,2}|[a-z]{1,5}))?(?:\s*\([^)]*\))?$/i;
const iso =
  /^(\d{4})-?(\d{2})(?:-?(\d{2}))?(?:[T\s]+(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?)?\s*(z|[+-]\d{1,2}:?\d{0,2}|[a-z]{2,5})?$/i;

const partsOf = (text: string): DateParts | undefined => {
  const written = rfc822.exec(text);
  // There `am` and `pm` stand where a zone would.
  if (written && !/^[ap]m$/i.test(written[7] ?? '')) {
    const [, day, name = '', year = '', hour, minute, second, zone] = written;
    const month = monthOf(name);
    // In another order the name of the month may stand where a weekday would.
    return month === undefined ? writtenDate(text) : { year, month, day: Number(day), hour, minute, second, zone };
  }
  const numeric = iso.exec(text);
  if (!numeric) return writtenDate(text);
  const [, year = '', month, day = '1', hour, minute, second, zone] = numeric;
  return { year, month: Number(month) - 1, day: Number(day), hour, minute, second, zone };
};

/** A date of a feed (RFC 822, RFC 3339, W3C-DTF, and how people and programs write them); undefined for anything else. */
export const statedDate = (text: string): StatedDate | undefined => {
  const parts = partsOf(text.trim().slice(0, 100));
  return parts && stated(parts);
};

/** {@link statedDate} as an instant: without a zone it is read as UTC, as readers of feeds do. */
export const dateOf = (text: string): Instant | undefined => statedDate(text)?.instant;
