import { dayInWords, localTime, type Instant, type Language, type LocalDate, type TimeZone } from '@relais/vocabulary';

/** The local day of an instant; what no clock can read keeps its first ten characters. */
export const dayOf = (instant: Instant, zone: TimeZone): LocalDate =>
  Number.isNaN(Date.parse(instant)) ? instant.slice(0, 10) : localTime(instant, zone).date;

/** The day of an instant, for people and for machines. */
export const Day = ({ instant, zone, language }: { instant: Instant; zone: TimeZone; language: Language }) => {
  const day = dayOf(instant, zone);
  return <time dateTime={day}>{dayInWords(day, language)}</time>;
};

/** A day without its year where that is this year: « jeudi 26 novembre ». */
export const shortDay = (day: LocalDate, today: LocalDate, language: Language): string => {
  const words = dayInWords(day, language);
  return day.slice(0, 4) === today.slice(0, 4) ? words.replace(/ \d{4,}$/u, '') : words;
};

const aDay = 86_400_000;

/** How many days from today until a day; less than none when it was before. */
export const daysUntil = (day: LocalDate, today: LocalDate): number =>
  Math.round((Date.parse(day) - Date.parse(today)) / aDay);
