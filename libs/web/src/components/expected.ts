import { agenda, occurrenceKey, rhythms, type AgendaRow, type RhythmRow } from '@relais/read-models';
import { occurrencesOf, type Occurrence } from '@relais/rhythm';
import { addDays, daysOf, localTime, type AssemblyId } from '@relais/vocabulary';
import type { PageRequest } from '../page.js';

/** A day on which an assembly means to meet, and which nobody has announced. */
export type Expected = Readonly<{ occurrence: Occurrence; rhythm: RhythmRow }>;

/** How far ahead, in days: what an assembly means to do in a year is no news to anybody. */
const ahead = 183;

const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Announced by its name before there was a rhythm that could have expected it. */
const isNamed = (row: AgendaRow, { occurrence: { date }, rhythm }: Expected): boolean => {
  if (row.when === undefined || row.assembly !== rhythm.assembly) return false;
  const { from, until } = daysOf(row.when);
  const [title, plan] = [folded(row.title), folded(rhythm.plan.title)];
  return from <= date && date <= until && (title.includes(plan) || plan.includes(title));
};

const isAnnounced = ({ models }: PageRequest, one: Expected): boolean => {
  const { date } = one.occurrence;
  if (models.count(agenda, { where: { occurrence: occurrenceKey(one.occurrence) } }) > 0) return true;
  // A day more on either side: days are those of a place, the column holds moments.
  const around = { from: { starts: addDays(date, -1) }, before: { starts: addDays(date, 2) } };
  return models
    .find(agenda, { where: { assembly: one.rhythm.assembly }, ...around })
    .some(({ row }) => isNamed(row, one));
};

/** The first so many; no further ones are looked at. */
const firstOf = <T>(all: Iterable<T>, limit: number, is: (one: T) => boolean): T[] => {
  const found: T[] = [];
  for (const one of all) {
    if (found.length >= limit) break;
    if (is(one)) found.push(one);
  }
  return found;
};

/** What is expected in the months to come and not announced yet, soonest first: of one assembly, or of all. */
export const expectedToCome = (request: PageRequest, limit: number, assembly?: AssemblyId): Expected[] => {
  const { models, now } = request;
  const expected = models
    .find(rhythms, assembly ? { where: { assembly } } : {})
    .flatMap(({ row: rhythm }) => {
      const today = localTime(now, rhythm.plan.zone).date;
      const span = { from: today, until: addDays(today, ahead) };
      return occurrencesOf(rhythm.rhythm, rhythm.plan, span, rhythm.skipped)
        .filter(({ starts }) => Date.parse(starts) > Date.parse(now))
        .map((occurrence) => ({ occurrence, rhythm }));
    })
    .sort((one, other) => Date.parse(one.occurrence.starts) - Date.parse(other.occurrence.starts));
  return firstOf(expected, limit, (one) => !isAnnounced(request, one));
};
