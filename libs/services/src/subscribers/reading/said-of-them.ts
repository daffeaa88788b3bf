import { isLanguage, languages, type Instant, type Language, type LocalDate } from '@relais/vocabulary';

const names: readonly (readonly [RegExp, string])[] = [
  [/^(fr|français|francais|french|frans)/, 'fr'],
  [/^(en|anglais|english|engels)/, 'en'],
  [/^(nl|néerlandais|neerlandais|flamand|dutch|nederlands)/, 'nl'],
];

/** The language that is meant by `fr_FR`, «Anglais» and the like; the first of ours for anything else. */
export const languageIn = (text = ''): Language => {
  const said = names.find(([name]) => name.test(text.trim().toLowerCase()))?.[1];
  return isLanguage(said) ? said : languages[0];
};

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** A day of the calendar, or nothing: there is no 30 February. */
const dayOf = (year: number, month: number, day: number): LocalDate | undefined => {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isThere = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isThere ? date.toISOString().slice(0, 10) : undefined;
};

/**
 * The day in «2019-05-04 10:12:00», «04/05/2019» (the day first, as in Europe), «4 May 2019» or seconds since 1970; null where there is none,
 * or one that is still to come.
 */
export const dayIn = (text = '', now: Instant): LocalDate | null => {
  const found = someDayIn(text.trim());
  return found !== undefined && found <= now.slice(0, 10) ? found : null;
};

const someDayIn = (text: string): LocalDate | undefined => {
  if (/^\d{9,10}$/.test(text)) return new Date(Number(text) * 1_000).toISOString().slice(0, 10);
  const [, year, month, day] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(text) ?? [];
  if (year !== undefined) return dayOf(Number(year), Number(month), Number(day));
  const [, first, second, last] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)/.exec(text) ?? [];
  if (last !== undefined) return dayOf(Number(last), Number(second), Number(first));
  const [, dayOfMonth, name = '', ofYear] = /^(\d{1,2}) ([A-Za-z]{3})[a-z]* (\d{4})(?!\d)/.exec(text) ?? [];
  const index = months.indexOf(name.toLowerCase());
  return index === -1 ? undefined : dayOf(Number(ofYear), index + 1, Number(dayOfMonth));
};
