import { addDays, isLocalDate, type LocalDate } from '@relais/vocabulary';
import type { Day, DayDoubt } from './day.js';
import { nextOn, weekdayOf, yearOf } from './reckoning.js';

const weekdays = ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'];
const named = `(${weekdays.join('|')})`;
const months = ['janv', 'févr', 'mars', 'avri', 'mai', 'juin', 'juil', 'août', 'sept', 'octo', 'nove', 'déce'];
const month = '(janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)';

/** «samedi 5 et dimanche 6 décembre 2026». */
const pair = new RegExp(
  String.raw`(?<!\p{L})(?:${named}\s+)?(\d{1,2})(?:er)?\s+(?:et|&)\s+(?:le\s+)?(?:${named}\s+)?(\d{1,2})\s+${month}(?:\s+(\d{4}))?(?!\d)`,
  'giu',
);
/** «lundi 14», of whatever month. */
const ofNoMonth = new RegExp(
  String.raw`(?<!\p{L})${named}\s+(\d{1,2})(?:er)?(?!\d|er|\s*(?:${month}|janv|fév|avr|juil|sept|oct|nov|déc|et|au|&)|[/.-]\d|\s*[-–]\s*\d)`,
  'giu',
);

/** «samedi prochain», «ce samedi»: the first that comes. */
const coming = new RegExp(String.raw`(?<!\p{L})(?:(?:ce|le)\s+)?${named}\s+(?:prochain|qui vient)(?!\p{L})`, 'giu');
/** Days that are said by a part of them. */
const ofToday =
  /(?<!\p{L})(?:ce (?:soir|matin|midi)|cet(?:te)? après-midi|tonight|this (?:evening|afternoon|morning))(?!\p{L})/giu;

const dayIn = (year: number, monthNumber: number, day: string | undefined): LocalDate =>
  `${year}-${String(monthNumber).padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`;

const pairOf = (match: RegExpExecArray, today: LocalDate): Day[] => {
  const [text, first, from, second, until, name = '', year] = match;
  const number = months.findIndex((one) => name.toLowerCase().startsWith(one.slice(0, name.length))) + 1;
  const weekday = first ? weekdays.indexOf(first.toLowerCase()) : null;
  const chosen = year ? Number(year) : yearOf(number, Number(from), weekday, today);
  const days = [dayIn(chosen, number, from), dayIn(chosen, number, until)] as const;
  if (!days.every(isLocalDate)) return [];
  const differs = [first, second].some((said, at) => {
    const day = days[at];
    return said && day && weekdayOf(day) !== weekdays.indexOf(said.toLowerCase());
  });
  const doubts: DayDoubt[] = [
    ...(year ? [] : (['year-assumed'] as const)),
    ...(differs ? (['weekday-differs'] as const) : []),
  ];
  const where = { at: match.index, length: text.length, doubts };
  // Two days in a row are one span; others are two dates.
  return Number(until) === Number(from) + 1
    ? [{ ...where, from: days[0], until: days[1] }]
    : days.map((day) => ({ ...where, from: day, until: day }));
};

const ofNoMonthOf = (match: RegExpExecArray, today: LocalDate): Day[] => {
  const [text, name = '', day] = match;
  const date = nextOn(weekdays.indexOf(name.toLowerCase()), Number(day), today);
  return date === undefined
    ? []
    : [{ at: match.index, length: text.length, from: date, until: date, doubts: ['month-assumed'] }];
};

const comingOf = (match: RegExpExecArray, today: LocalDate): Day[] => {
  const weekday = weekdays.indexOf((match[1] ?? '').toLowerCase());
  const date = [1, 2, 3, 4, 5, 6, 7].map((more) => addDays(today, more)).find((one) => weekdayOf(one) === weekday);
  return date === undefined ? [] : [reckoned(match, date)];
};

const reckoned = (match: RegExpExecArray, date: LocalDate): Day => ({
  ...{ at: match.index, length: match[0].length, from: date, until: date },
  doubts: ['day-reckoned'],
});

/** French ways of writing days that chrono does not read, and the text without them, each character in its place. */
export const writtenDays = (text: string, today: LocalDate): { days: readonly Day[]; rest: string } => {
  const days: Day[] = [];
  let rest = text;
  for (const [pattern, read] of [
    [pair, pairOf],
    [ofNoMonth, ofNoMonthOf],
    [coming, comingOf],
    [ofToday, (match: RegExpExecArray) => [reckoned(match, today)]],
  ] as const)
    for (const match of rest.matchAll(pattern)) {
      const found = read(match, today);
      days.push(...found);
      if (found.length > 0) rest = blanked(rest, match.index, match[0].length);
    }
  return { days, rest };
};

/** A text without a part of it, all others where they were. */
export const blanked = (text: string, at: number, length: number): string =>
  text.slice(0, at) + ' '.repeat(length) + text.slice(at + length);
