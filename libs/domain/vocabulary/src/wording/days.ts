import type { Language } from '../language.js';
import type { LocalDate } from '../time.js';

/** The parts of a day as its language says them. */
export type DayWords = Readonly<{ weekday: string; day: string; month: string; year: string }>;

const locales: Record<Language, string> = { fr: 'fr-FR', en: 'en-GB', nl: 'nl-BE' };
const formatOf = (language: Language): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(locales[language], { dateStyle: 'full', calendar: 'gregory', timeZone: 'UTC' });
const formats: Record<Language, Intl.DateTimeFormat> = { fr: formatOf('fr'), en: formatOf('en'), nl: formatOf('nl') };

/** From a day to another, both of them said already. */
const spans: Record<Language, (start: string, end: string) => string> = {
  fr: (start, end) => `du ${start} au ${end}`,
  en: (start, end) => `${start} to ${end}`,
  nl: (start, end) => `van ${start} tot en met ${end}`,
};

/** Intl names the parts; their order and their punctuation are ours, so that a newer ICU does not change a sentence. */
export const dayWords = (date: LocalDate, language: Language): DayWords => {
  const parts = formats[language].formatToParts(new Date(`${date}T00:00:00Z`));
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((one) => one.type === type)?.value ?? '';
  const day = part('day').replace(/\D/gu, '');
  return {
    weekday: part('weekday'),
    day: language === 'fr' && day === '1' ? '1er' : day,
    month: part('month'),
    year: part('year'),
  };
};

/** A day in words: « jeudi 24 septembre 2026 », “Thursday 24 September 2026”. */
export const dayInWords = (date: LocalDate, language: Language): string => {
  const { weekday, day, month, year } = dayWords(date, language);
  return `${weekday} ${day} ${month} ${year}`;
};

/** A month in words: « septembre 2026 », “September 2026”. */
export const monthInWords = (date: LocalDate, language: Language): string => {
  const { month, year } = dayWords(date, language);
  return `${month} ${year}`;
};

/** Days from the first to the last of them: « du samedi 26 au dimanche 27 septembre 2026 ». */
export const daysInWords = (from: LocalDate, until: LocalDate, language: Language): string => {
  if (from === until) return dayInWords(from, language);
  const first = dayWords(from, language);
  const last = dayWords(until, language);
  const year = first.year === last.year ? '' : ` ${first.year}`;
  const month = year === '' && first.month === last.month ? '' : ` ${first.month}`;
  const start = `${first.weekday} ${first.day}${month}${year}`;
  const end = dayInWords(until, language);
  return spans[language](start, end);
};
