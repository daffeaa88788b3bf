import type { Language } from '../language.js';
import type { Instant, TimeZone, When } from '../time.js';
import { localTime } from '../zoned-time.js';
import { dayInWords, daysInWords } from './days.js';

/** No-break spaces: « 18 h 00 » is never split over two lines. */
const clock = (time: string, language: Language): string => {
  if (language === 'en') return time;
  const [hour = '', minute = ''] = time.split(':');
  return `${Number(hour)}\u00a0h\u00a0${minute}`;
};

/** A moment in words where it takes place: « jeudi 24 septembre 2026 à 18 h 00 ». */
export const momentInWords = (instant: Instant, zone: TimeZone, language: Language): string => {
  const { date, time } = localTime(instant, zone);
  return `${dayInWords(date, language)} ${language === 'fr' ? 'à' : 'at'} ${clock(time, language)}`;
};

/**
 * When a gathering is, in its own zone: « jeudi 24 septembre 2026 à 18 h 00 », « …, de 18 h 00 à 20 h 00 »,
 * « du samedi 26 au dimanche 27 septembre 2026 »; « date non connue » when it is not known. French times hold no-break spaces.
 */
export const whenInWords = (when: When | undefined, language: Language): string => {
  if (when === undefined) return language === 'fr' ? 'date non connue' : 'date not known';
  if (when.kind === 'all-day') return daysInWords(when.from, when.until, language);
  const { starts, ends, zone } = when;
  if (ends === undefined || ends === starts) return momentInWords(starts, zone, language);
  const first = localTime(starts, zone);
  const last = localTime(ends, zone);
  if (first.date === last.date) {
    const [from, until] = [clock(first.time, language), clock(last.time, language)];
    const day = dayInWords(first.date, language);
    return language === 'fr' ? `${day}, de ${from} à ${until}` : `${day}, ${from} to ${until}`;
  }
  const [from, until] = [momentInWords(starts, zone, language), momentInWords(ends, zone, language)];
  return language === 'fr' ? `du ${from} au ${until}` : `${from} to ${until}`;
};

/** What has to be said beside it when its time zone is a guess; undefined when it is not. */
export const whenCaveat = (when: When | undefined, language: Language): string | undefined => {
  if (when?.kind !== 'timed' || !when.zoneAssumed) return undefined;
  return language === 'fr' ? 'heure locale supposée' : 'assumed to be local time';
};
