import type { Report } from '@relais/sources';
import { localTime, type When } from '@relais/vocabulary';

/** When something starts, in the forms in which the oracle may write it. */
export type Start = Readonly<{ year: number; forms: readonly string[]; day?: string }>;

const digits = (text: string): string => text.replace(/[-:]/g, '');

/** `123` is an instant in seconds, `f20240101T100000` a time without a zone, `d20240101` a day. */
const startOf = (when: When): Start => {
  if (when.kind === 'all-day')
    return { year: Number(when.from.slice(0, 4)), forms: [`d${digits(when.from)}`], day: when.from };
  const { date, time } = localTime(when.starts, when.zone);
  const seconds = when.starts.slice(17, 19);
  const instant = String(Date.parse(when.starts) / 1_000);
  const year = Number(date.slice(0, 4));
  // A time whose zone is assumed is the oracle's if it has the same digits, or, should it know a zone, is the same instant.
  const floating = `f${digits(date)}T${digits(time)}${seconds}`;
  return { year, forms: when.zoneAssumed ? [floating, instant] : [instant] };
};

/** The starts of a document from one year to another. */
export const startsOf = (reports: readonly Report[], from: number, to: number): Start[] =>
  reports
    .flatMap(({ fields: { when } }) => (when ? [startOf(when)] : []))
    .filter(({ year }) => year >= from && year < to);

/** What of a file's starts differs from the oracle's; `midnights` counts the days that the oracle wrote as a midnight of one of its zones. */
export type Difference = Readonly<{ missing: readonly string[]; extra: readonly string[]; midnights: number }>;

export const difference = (ours: readonly Start[], theirs: readonly string[], zones: readonly string[]): Difference => {
  const left = new Map<string, number>();
  for (const form of theirs) left.set(form, (left.get(form) ?? 0) + 1);
  const take = (form: string | undefined): boolean => {
    const count = form === undefined ? 0 : (left.get(form) ?? 0);
    if (form === undefined || count === 0) return false;
    left.set(form, count - 1);
    return true;
  };
  const extra: string[] = [];
  let midnights = 0;
  for (const { forms, day } of ours) {
    if (take(forms.find((form) => (left.get(form) ?? 0) > 0))) continue;
    if (day !== undefined && zones.some((zone) => take(midnightIn(day, zone, left)))) midnights++;
    else extra.push(forms[0] ?? '');
  }
  return { missing: [...left].flatMap(([form, count]) => Array<string>(count).fill(form)), extra, midnights };
};

/** The oracle's instant that is the midnight with which a day begins in a zone. */
const midnightIn = (day: string, zone: string, theirs: ReadonlyMap<string, number>): string | undefined =>
  [...theirs.keys()].find((form) => {
    if (!/^-?\d+$/.test(form) || Math.abs(Number(form) * 1_000 - Date.parse(day)) > 86_400_000) return false;
    const local = localTime(new Date(Number(form) * 1_000).toISOString(), zone);
    return local.date === day && local.time === '00:00';
  });
