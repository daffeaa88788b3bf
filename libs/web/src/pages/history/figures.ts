import type { AgendaRow, GatheringRow } from '@relais/read-models';
import { dayInWords, daysOf, placeInWords, type Language, type LocalDate } from '@relais/vocabulary';
import type { Figure } from './bar-chart.js';

const counted = (labels: readonly string[]): Figure[] =>
  [...Map.groupBy(labels, (label) => label)].map(([label, { length: count }]) => ({ label, count }));

const mostFirst = (figures: Figure[]): Figure[] =>
  figures.sort((one, other) => other.count - one.count || (one.label < other.label ? -1 : 1));

/** More years than this in a row and the quiet ones among them are left out: one mistyped date would draw centuries. */
const longest = 60;

/** Gatherings by year, the quiet years among them too. */
export const perYear = (days: readonly LocalDate[]): Figure[] => {
  const found = counted(days.map((day) => day.slice(0, 4)).sort());
  const [first, last] = [Number(found[0]?.label), Number(found.at(-1)?.label)];
  if (found.length === 0 || last - first > longest) return found;
  const counts = new Map(found.map(({ label, count }) => [label, count]));
  return Array.from({ length: last - first + 1 }, (_, index) => String(first + index).padStart(4, '0')).map(
    (label) => ({ label, count: counts.get(label) ?? 0 }),
  );
};

/** A Monday, to name the days of the week by. */
const monday = '2024-01-0';

const weekdayOf = (day: LocalDate, language: Language): string => dayInWords(day, language).split(' ')[0] ?? '';

/** Gatherings by the day of the week on which they begin, all seven, from Monday on. */
export const perWeekday = (days: readonly LocalDate[], language: Language): Figure[] => {
  const counts = Map.groupBy(days, (day) => weekdayOf(day, language));
  return [1, 2, 3, 4, 5, 6, 7].map((day) => {
    const label = weekdayOf(`${monday}${day}`, language);
    return { label, count: counts.get(label)?.length ?? 0 };
  });
};

/** The places by name, the most frequent first. */
export const perPlace = (rows: readonly AgendaRow[]): Figure[] =>
  mostFirst(counted(rows.map(({ place }) => place?.name?.trim() || placeInWords(place)).filter((name) => name !== '')));

/** How many announcements each source made of these gatherings. */
export const perSource = (rows: readonly GatheringRow[], titleOf: (source: string) => string): Figure[] =>
  mostFirst(counted(rows.flatMap(({ announcements }) => announcements.map(({ source }) => titleOf(source)))));

/** The local day on which a dated gathering begins. */
export const dayOfGathering = ({ when }: AgendaRow): LocalDate | undefined => (when ? daysOf(when).from : undefined);
