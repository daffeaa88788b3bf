import type { TimeZone, When } from '@relais/vocabulary';
import { dateOf } from './dates.js';
import { isObject, type Json } from './json-document.js';
import { firstItems } from './limits.js';
import type { ReadingError, Report } from './source-format.js';
import { whenOf, type StatedTime } from './stated-time.js';

/** Names what of an item could not be used. */
export type Note = (what: string) => void;

/** The items of a JSON document one by one: each is read, or named by its place in the list. */
export const itemsRead = (
  items: readonly unknown[],
  list: string,
  read: (item: Json, note: Note) => Report | readonly Report[] | undefined,
): { reports: Report[]; errors: ReadingError[] } => {
  const first = firstItems(items);
  const errors: ReadingError[] = [...first.errors];
  const reports = first.read.flatMap((item, index) => {
    const note: Note = (what) => errors.push({ where: `${list}[${index}]`, what });
    if (isObject(item)) return read(item, note) ?? [];
    note('not an object');
    return [];
  });
  return { reports, errors };
};

/** {@link whenOf}, what is no time being noted. Where no time is said there is nothing to note. */
export const notedWhen = (time: StatedTime, sourceZone: TimeZone, note: Note): When | undefined => {
  const when = whenOf(time, sourceZone);
  if (time.starts !== undefined && when === undefined) note(`not a time: «${time.starts.slice(0, 60)}»`);
  if (when && time.ends !== undefined && dateOf(time.ends) === undefined)
    note(`not a time of ending: «${time.ends.slice(0, 60)}»`);
  return when;
};

/** A date of an item; what is none is noted. */
export const notedDate = (text: string | undefined, note: Note): string | undefined => {
  const date = text === undefined ? undefined : dateOf(text);
  if (text !== undefined && date === undefined) note(`not a date: «${text.slice(0, 60)}»`);
  return date;
};

/** The seconds since 1970 as an instant; undefined outside of the years 1 to 9999. */
export const instantOfSeconds = (seconds: number | undefined): string | undefined =>
  seconds !== undefined && seconds > -62_135_596_800 && seconds < 253_402_300_800
    ? new Date(Math.floor(seconds) * 1_000).toISOString().replace('.000Z', 'Z')
    : undefined;
