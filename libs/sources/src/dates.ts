import type { Instant } from '@relais/vocabulary';

const months: Readonly<Record<string, number>> = {
  ...{
    jan: 0,
    feb: 1,
    fév: 1,
    fev: 1,
    mar: 2,
    apr: 3,
    avr: 3,
    may: 4,
    mai: 4,
    jun: 5,
    juin: 5,
    jul: 6,
    juil: 6,
    aug: 7,
    aoû: 7,
  },
  ...{ sep: 8, oct: 9, okt: 9, nov: 10, dec: 11, déc: 11, dez: 11 },
};
/** Minutes east of UTC, for the zone names of RFC 822 and those that are common in Europe. */
const zones: Readonly<Record<string, number>> = {
  ...{
    z: 0,
    ut: 0,
    utc: 0,
    gmt: 0,
    est: -300,
    edt: -240,
    cst: -360,
    cdt: -300,
    mst: -420,
    mdt: -360,
    pst: -480,
    pdt: -420,
  },
  ...{ wet: 0, west: 60, bst: 60, cet: 60, cest: 120, met: 60, mest: 120, eet: 120, eest: 180, msk: 180, jst: 540 },
};

const offsetOf = (zone: string): number | undefined => {
  const numeric = /^(?:gmt|utc)?([+-])(\d{1,2}):?(\d{2})?$/i.exec(zone);
  if (!numeric) return zones[zone.toLowerCase()];
  return (numeric[1] === '-' ? -1 : 1) * (Number(numeric[2]) * 60 + Number(numeric[3] ?? 0));
};

type Parts = {
  year: number;
  month: number;
  day: number;
  hour?: string;
  minute?: string;
  second?: string;
  zone?: string;
};

/** Without a zone a date is read as UTC (as RSS readers do); parts that do not exist make it no date. */
const instant = ({
  year,
  month,
  day,
  hour = '0',
  minute = '0',
  second = '0',
  zone = 'z',
}: Parts): Instant | undefined => {
  const offset = offsetOf(zone);
  // The day's last midnight may be written as 24:00 (ISO 8601), a leap second as :60; no other time goes beyond.
  const clock = Number(hour) * 3_600 + Number(minute) * 60 + Math.min(Number(second), 59);
  const exists = clock <= 86_400 && Number(minute) <= 59 && Number(second) <= 60;
  if (offset === undefined || month < 0 || month > 11 || day < 1 || !exists) return undefined;
  const full = year < 100 ? year + (year < 70 ? 2000 : 1900) : year;
  const local = Date.UTC(full, month, day, Number(hour), Number(minute), Number(second));
  if (new Date(Date.UTC(full, month, day)).getUTCDate() !== day) return undefined;
  return new Date(local - offset * 60_000).toISOString().replace('.000Z', 'Z');
};

const rfc822 =
  /^(?:[^\s\d,]{2,12},?\s+)?(\d{1,2})[\s-]+([^\s\d.-]{3,9})\.?[\s-]+(\d{2,4})(?:[\s,T]+(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.\d+)?)?)?(?:\s*((?:gmt|utc)?[+-]\d{1,2}:?\d{0,2}|[a-z]{1,5}))?(?:\s*\([^)]*\))?$/i;
const iso =
  /^(\d{4})-?(\d{2})(?:-?(\d{2}))?(?:[T\s]+(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?)?\s*(z|[+-]\d{1,2}:?\d{0,2}|[a-z]{2,5})?$/i;

/** A date of a feed (RFC 822, RFC 3339, W3C-DTF and how people write them) as an instant; undefined for anything else. */
export const dateOf = (text: string): Instant | undefined => {
  const trimmed = text.trim().slice(0, 100);
  const written = rfc822.exec(trimmed);
  if (written) {
    const [, day, name = '', year, hour, minute, second, zone] = written;
    const month = months[name.toLowerCase().slice(0, 4)] ?? months[name.toLowerCase().slice(0, 3)];
    if (month === undefined) return undefined;
    return instant({
      ...{ year: Number(year), month, day: Number(day) },
      ...(hour && { hour }),
      ...(minute && { minute }),
      ...(second && { second }),
      ...(zone && { zone }),
    });
  }
  const numeric = iso.exec(trimmed);
  if (!numeric) return undefined;
  const [, year, month, day = '1', hour, minute, second, zone] = numeric;
  return instant({
    ...{ year: Number(year), month: Number(month) - 1, day: Number(day) },
    ...(hour && { hour }),
    ...(minute && { minute }),
    ...(second && { second }),
    ...(zone && { zone }),
  });
};
