import { monthOf } from './month-names.js';

/** What a date says, in the words it is written in; `month` from 0 on. */
export type DateParts = Readonly<{
  year: string;
  month: number;
  day: number;
  hour?: string | undefined;
  minute?: string | undefined;
  second?: string | undefined;
  /** `am` or `pm`. */
  half?: string | undefined;
  /** An offset or a name; none is said where it is undefined. */
  zone?: string | undefined;
}>;

const weekday = String.raw`(?:[^\s\d,.]{2,12}(?:[.,]{1,2}\s*|\s+))?`;
const name = String.raw`(?<name>[^\s\d.,-]{3,10})\.?`;
const clock = String.raw`(?<hour>\d{1,2})\s?[:.h]\s?(?<minute>\d{2})?(?:[:.](?<second>\d{2})(?:[.,]\d+)?)?(?:\s?(?<half>[ap])\.?m\b\.?)?`;
const behind = String.raw`(?:[\s,T]+(?:(?:à|at|um|om|alle|a las|às)\s+)?${clock})?`;
const zone = String.raw`(?:\s*(?<zone>(?:gmt|utc)?\s?[+-]\d{1,2}:?\d{0,2}|[a-z]{1,5}|[a-z]{3,20}(?:\/[a-z_]{3,20}){1,2}))?(?:\s*[(\[][^)\]]*[)\]]?)?$`;
const year = String.raw`(?<year>\d{4}|\d{2})`;

/** The ways of writing a date, other than those of RFC 822 and ISO 8601, in which feeds have been seen. */
const ways: readonly RegExp[] = [
  // lundi 1er octobre 2026 à 18h30 · Montag, 2. März 2026 18:30 · 5 de octubre de 2026 · Mon,05 Oct 2026 18.30.00
  String.raw`^${weekday}(?<day>\d{1,2})(?:er|st|nd|rd|th|º|\.)?(?:\s+de)?[\s-]+${name}(?:\s+de)?,?[\s-]+${year}${behind}${zone}`,
  // October 5, 2026 6:30 pm · Mon Oct 05 2026 18:30:00 GMT+0200 (Central European Summer Time)
  String.raw`^${weekday}${name}\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})${behind}${zone}`,
  // Mon Oct  5 18:30:00 CEST 2026
  String.raw`^${weekday}${name}\s+(?<day>\d{1,2})\s+${clock}(?:\s+(?<zone>[a-z]{1,5}|[+-]\d{4}))?\s+(?<year>\d{4})$`,
  // 25/12/2026 18:30 · 25.12.2026 · 2026/10/05 18:30:00
  String.raw`^(?<first>\d{1,2})(?<mark>[./-])(?<then>\d{1,2})\k<mark>(?<year>\d{4})${behind}${zone}`,
  String.raw`^(?<year>\d{4})(?<mark>[/-])(?<then>\d{1,2})\k<mark>(?<day>\d{1,2})${behind}${zone}`,
  // 2026-10-05T18:30:00+02:00[Europe/Paris] · 2026-10-05T18:30:00 02:00, of which a form has eaten the plus
  String.raw`^(?<year>\d{4})-(?<then>\d{2})-(?<day>\d{2})T${clock}(?:(?<zone>z|[+-]\d{2}:?\d{2})\[[\w/+-]{1,40}\]|\s(?<bare>\d{2}:\d{2}))$`,
].map((way) => new RegExp(way, 'iu'));

/** Day and month by their order: with dots the day is first; with strokes nobody knows, unless one of them can be no month. */
const inOrder = (first: number, then: number, mark: string): { day: number; month: number } | undefined => {
  if (mark === '.' || first > 12 || first === then) return { day: first, month: then - 1 };
  return then > 12 ? { day: then, month: first - 1 } : undefined;
};

/** The parts of a date that is written in none of the standard ways; undefined for what is none, or could be two. */
export const writtenDate = (text: string): DateParts | undefined => {
  for (const way of ways) {
    const said = way.exec(text)?.groups;
    if (said === undefined) continue;
    const { year: inYear = '', day, then, first, mark = '', bare, hour, minute, second, half, zone: named } = said;
    const month = said['name'] === undefined ? Number(then) - 1 : monthOf(said['name']);
    const date = first === undefined ? { day: Number(day), month } : inOrder(Number(first), Number(then), mark);
    if (date?.month === undefined) continue;
    const at = { hour, minute: minute ?? (hour && '0'), second, half: half?.toLowerCase() };
    return { year: inYear, day: date.day, month: date.month, ...at, zone: bare === undefined ? named : `+${bare}` };
  }
  return undefined;
};
