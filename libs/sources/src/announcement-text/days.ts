import type { ParsedResult } from 'chrono-node';
import { GB } from 'chrono-node/en';
import { casual } from 'chrono-node/fr';
import { addDays, localTime, type Instant, type LocalDate, type TimeZone } from '@relais/vocabulary';
import type { Day, DayDoubt } from './day.js';
import { writtenDays } from './written-days.js';
import { yearOf, weekdayOf } from './reckoning.js';

export type Language = 'fr' | 'en';
export type Moment = Readonly<{ now: Instant; zone: TimeZone }>;

/** A date before which something is to be done, or on which the text was written, is not that of the gathering. */
const aside =
  /(?:avant le|d['’]ici au?|jusqu['’]au|date limite|clôture|publié le|posté le|mis en ligne le|écrit le|before|by|deadline|posted on|published on|since|depuis le)\s{0,3}:?\s{0,3}$/iu;

const text2 = (number: number): string => String(number).padStart(2, '0');
const dateOf = (year: number, month: number, day: number): LocalDate =>
  `${String(year).padStart(4, '0')}-${text2(month)}-${text2(day)}`;

const partsOf = (parts: ParsedResult['start']): { year: number; month: number; day: number } => ({
  year: parts.get('year') ?? 0,
  month: parts.get('month') ?? 0,
  day: parts.get('day') ?? 0,
});

const dayOf = ({ index, text, start, end }: ParsedResult, today: LocalDate, language: Language): Day | undefined => {
  const said = start.isCertain('day') && start.isCertain('month');
  const reckoned = !said || (start.isCertain('day') && !/\d/.test(text));
  if (!said && !start.isCertain('weekday') && !start.isCertain('day')) return undefined;
  const { month, day, year } = partsOf(start);
  const weekday = start.isCertain('weekday') ? start.get('weekday') : null;
  const yearSaid = start.isCertain('year') || end?.isCertain('year') === true;
  const chosen = said && !yearSaid ? yearOf(month, day, weekday, today) : year;
  const from = dateOf(chosen, month, day);
  const last = end && partsOf(end);
  const until = last ? dateOf(last.month < month ? chosen + 1 : chosen, last.month, last.day) : from;
  const numeric = /^\D*(\d{1,2})[/.-](\d{1,2})[/.-]\d/.exec(text);
  const doubts: DayDoubt[] = [
    ...(said && !yearSaid && !reckoned ? (['year-assumed'] as const) : []),
    ...(reckoned ? (['day-reckoned'] as const) : []),
    ...(weekday !== null && weekdayOf(from) !== weekday ? (['weekday-differs'] as const) : []),
    ...(language === 'en' && numeric && Number(numeric[1]) <= 12 && Number(numeric[2]) <= 12
      ? (['day-month-assumed'] as const)
      : []),
  ];
  return { at: index, length: text.length, from, until: until < from ? from : until, doubts };
};

/** Every day that a text speaks of, in its order; clock times are to be gone from it. */
export const daysIn = (text: string, language: Language, { now, zone }: Moment): readonly Day[] => {
  const { date: today, time } = localTime(now, zone);
  const { days: written, rest } = writtenDays(text, today);
  // The wall clock as if it were UTC: what chrono answers is read off it again.
  const reference = { instant: new Date(`${today}T${time}:00Z`), timezone: 0 };
  const found = (language === 'fr' ? casual : GB).parse(rest, reference, { forwardDate: true });
  const days = [...written, ...found.flatMap((result) => dayOf(result, today, language) ?? [])];
  return days
    .filter(({ at }) => !aside.test(text.slice(Math.max(0, at - 30), at)))
    .filter(({ from, until }) => until <= addDays(from, 366))
    .sort((one, other) => one.at - other.at);
};
