import type { Language } from '../language.js';
import type { Instant, TimeZone, When } from '../time.js';
import { localTime } from '../zoned-time.js';
import { dayInWords, daysInWords } from './days.js';

type Words = Readonly<{
  /** A time of day, 00:00 to 23:59, with no-break spaces: « 18 h 00 » is never split over two lines. */
  clock: (time: string) => string;
  moment: (day: string, time: string) => string;
  hours: (day: string, from: string, until: string) => string;
  moments: (from: string, until: string) => string;
  unknown: string;
  assumed: string;
}>;

const hourAndMinute = (time: string): [number, string] => {
  const [hour = '', minute = ''] = time.split(':');
  return [Number(hour), minute];
};

const words: Record<Language, Words> = {
  fr: {
    clock: (time) => hourAndMinute(time).join('\u00a0h\u00a0'),
    moment: (day, time) => `${day} à ${time}`,
    hours: (day, from, until) => `${day}, de ${from} à ${until}`,
    moments: (from, until) => `du ${from} au ${until}`,
    unknown: 'date non connue',
    assumed: 'heure locale supposée',
  },
  en: {
    clock: (time) => time,
    moment: (day, time) => `${day} at ${time}`,
    hours: (day, from, until) => `${day}, ${from} to ${until}`,
    moments: (from, until) => `${from} to ${until}`,
    unknown: 'date not known',
    assumed: 'assumed to be local time',
  },
  nl: {
    clock: (time) => `${hourAndMinute(time).join('.')}\u00a0uur`,
    moment: (day, time) => `${day} om ${time}`,
    hours: (day, from, until) => `${day}, van ${from} tot ${until}`,
    moments: (from, until) => `van ${from} tot ${until}`,
    unknown: 'datum niet bekend',
    assumed: 'vermoedelijk lokale tijd',
  },
};

/** A moment in words where it takes place: « jeudi 24 septembre 2026 à 18 h 00 ». */
export const momentInWords = (instant: Instant, zone: TimeZone, language: Language): string => {
  const { date, time } = localTime(instant, zone);
  const { clock, moment } = words[language];
  return moment(dayInWords(date, language), clock(time));
};

/**
 * When a gathering is, in its own zone: « jeudi 24 septembre 2026 à 18 h 00 », « …, de 18 h 00 à 20 h 00 »,
 * « du samedi 26 au dimanche 27 septembre 2026 »; « date non connue » when it is not known. French and Dutch times hold no-break spaces.
 */
export const whenInWords = (when: When | undefined, language: Language): string => {
  const { clock, hours, moments, unknown } = words[language];
  if (when === undefined) return unknown;
  if (when.kind === 'all-day') return daysInWords(when.from, when.until, language);
  const { starts, ends, zone } = when;
  if (ends === undefined || ends === starts) return momentInWords(starts, zone, language);
  const first = localTime(starts, zone);
  const last = localTime(ends, zone);
  if (first.date === last.date) return hours(dayInWords(first.date, language), clock(first.time), clock(last.time));
  return moments(momentInWords(starts, zone, language), momentInWords(ends, zone, language));
};

/** What has to be said beside it when its time zone is a guess; undefined when it is not. */
export const whenCaveat = (when: When | undefined, language: Language): string | undefined => {
  if (when?.kind !== 'timed' || !when.zoneAssumed) return undefined;
  return words[language].assumed;
};
