import { instantOf, localTime, type LocalDate, type Place } from '@relais/vocabulary';
import { cleanText } from '../clean-text.js';
import { clockTimes, type ClockTime } from './clock-times.js';
import type { Day, DayDoubt } from './day.js';
import { daysIn, type Language, type Moment } from './days.js';
import { mark, placeIn } from './places.js';
import { titleIn } from './title-in.js';
import { blanked } from './written-days.js';

/** What somebody who announces a gathering should look at: what was not found, and what is a guess. `text` is what was read so. */
export type Doubt = Readonly<{
  about:
    | DayDoubt
    | 'no-title'
    | 'no-date'
    | 'no-time'
    | 'no-place'
    | 'past'
    | 'several-dates'
    | 'several-times'
    | 'all-day-assumed'
    | 'time-skipped'
    | 'city-assumed'
    | 'repeats'
    | 'shortened';
  text?: string;
}>;

/** What a text says of a gathering, to be looked at by somebody before it counts. Local times, as `HH:MM`. */
export type Proposal = Readonly<{
  title?: string;
  date?: LocalDate;
  /** The last day, where it is another. */
  until?: LocalDate;
  starts?: string;
  ends?: string;
  allDay?: true;
  place?: Place;
  link?: string;
  /** The text itself. */
  description: string;
  doubts: readonly Doubt[];
}>;

/** When and where a text is read. */
export type Reader = Moment & Readonly<{ city: string }>;

/** Beyond this nobody announces anything; what reads dates takes longer than in proportion. */
const longest = 8_000;

const url = /https?:\/\/[^\s<>"'\u00ab\u00bb]{4,2000}/giu;
/** Numbers that are no dates: of telephones, of postcodes. */
const numbers = /(?:\+\d{2}\s?|(?<!\d)0)\d(?:[\s.-]?\d{2}){4}(?!\d)/gu;
const repeating =
  /(?<!\p{L})(?:tous les|toutes les|chaque|every|each|(?:le |les |the )?(?:premier|deuxième|troisième|quatrième|dernier|first|second|third|fourth|last|1er|2e|3e|4e)s?\s+(?:lun|mar|mercre|jeu|vendre|same|dimanche|mon|tues|wednes|thurs|fri|satur|sun)\p{L}*(?:\s+(?:du mois|de chaque mois|of the month|of every month))?)(?:\s+\p{L}{3,12})?/iu;
const ofEnglish =
  /(?<!\p{L})(?:the|at|on|from|with|join|we|our|and|will|be|for|to|january|february|march|april|june|july|august|october|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|tonight|next|pm|am)(?!\p{L})|\d[ap]m\b/giu;
const ofFrench =
  /(?<!\p{L})(?:le|la|les|des|du|de|au|aux|et|à|pour|une|nous|vous|rue|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|demain|soir|prochain)(?!\p{L})|\d\s?h\d{0,2}(?!\p{L})/giu;

const languageOf = (text: string): Language =>
  (text.match(ofEnglish)?.length ?? 0) > (text.match(ofFrench)?.length ?? 0) ? 'en' : 'fr';

const without = (text: string, pattern: RegExp): string => text.replace(pattern, (found) => ' '.repeat(found.length));

/** White space as it is read, lines kept; marks that people set before a line are none of its words. */
const tidy = (text: string): string =>
  cleanText(text)
    .replace(/\r\n?/g, '\n')
    .replaceAll(mark, '|')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

/** The days it is on: the first that has a clock time on its line, else the first. */
const chosenDay = (days: readonly Day[], times: readonly ClockTime[], text: string): Day | undefined => {
  const timed = days.find((day) => {
    const end = text.indexOf('\n', day.at);
    const begin = text.lastIndexOf('\n', day.at);
    return times.some(({ at }) => at > begin && (end < 0 || at < end));
  });
  return timed ?? days[0];
};

/** Its clock times: those that follow the day before another day does, else the first there are. */
const chosenTimes = (day: Day | undefined, days: readonly Day[], times: readonly ClockTime[]): readonly ClockTime[] => {
  if (day === undefined) return times;
  const next = days.find(({ at, from }) => at > day.at && from !== day.from)?.at ?? Infinity;
  const following = times.filter(({ at }) => at > day.at && at < next);
  return following.length > 0 ? following : times.filter(({ at }) => at < day.at);
};

/** Two spans of a day that are told in one breath are one, from the first to the last. */
const asOne = ([first, ...rest]: readonly ClockTime[], text: string): Pick<Proposal, 'starts' | 'ends'> => {
  if (first === undefined) return {};
  const next = rest.find(({ ends, at }) => ends !== undefined && at - first.at - first.length < 20);
  const joined =
    first.ends &&
    next &&
    /^[\s,]*(?:et|puis|and|then|&|\/)?\s*(?:de|from)?\s*$/iu.test(text.slice(first.at + first.length, next.at));
  const ends = joined ? next.ends : first.ends;
  return { starts: first.starts, ...(ends && { ends }) };
};

const skipped = (date: LocalDate, time: string, zone: string): boolean =>
  localTime(instantOf(`${date}T${time}`, zone), zone).time !== time;

/** What a text that somebody wrote for people says of a gathering, and what of that is a guess. Pure, and never throws. */
export const proposedFields = (given: string, { now, zone, city }: Reader): Proposal => {
  const whole = tidy(given);
  const text = whole.slice(0, longest);
  const language = languageOf(text);
  const readable = without(without(text, url), numbers);
  const repeats = repeating.exec(readable)?.[0].trim();
  const allTimes = clockTimes(readable);
  // Spaces at a line's end keep chrono from reading the month before them.
  const timeless = allTimes
    .reduce((rest, { at, length }) => blanked(rest, at, length), readable)
    .replace(/ +$/gm, (spaces) => ';'.repeat(spaces.length));
  const today = localTime(now, zone).date;
  // Of a day that comes again and again one is as good as any: only one that is written out is taken.
  // A line that goes on in small letters was only broken.
  const lines = timeless.replace(/\n(?=\p{Ll})/gu, ' ').replaceAll('\n', ';');
  const all = daysIn(lines, language, { now, zone });
  const days = all.filter(({ doubts }) => repeats === undefined || !doubts.includes('day-reckoned'));
  const day = chosenDay(days, allTimes, readable);
  const times = chosenTimes(day, days, allTimes);
  const several = day !== undefined && day.until > day.from;
  const [opening, closing] = times;
  // From an hour of the first day to one of the last.
  const spans = several && times.length === 2 && !opening?.ends && !closing?.ends;
  const said = spans && opening && closing ? { starts: opening.starts, ends: closing.starts } : asOne(times, readable);
  const marked = [
    ...all,
    ...allTimes,
    ...(repeats ? [{ at: readable.indexOf(repeats), length: repeats.length }] : []),
  ].reduce(
    (rest, { at, length }) => rest.slice(0, at) + mark.repeat(length) + rest.slice(at + length),
    without(text, url),
  );
  const title = titleIn(marked);
  const place = placeIn(marked, city);
  const link = /https?:\/\/[^\s<>"'\u00ab\u00bb]{4,2000}/iu.exec(whole)?.[0].replace(/[.,;:!?)\]}]+$/, '');
  const others = days.filter(({ from, until }) => day && (from > day.until || until < day.from));
  const shown = (of: string, { at, length }: { at: number; length: number }): string =>
    of
      .slice(at, at + length)
      .replace(/\s+/g, ' ')
      .replace(/^[\s,;]+|[\s,;]+$/g, '');
  const doubts: (Doubt | false | '' | undefined)[] = [
    title === undefined && { about: 'no-title' },
    day === undefined && { about: 'no-date' },
    ...(day?.doubts ?? []).map((about): Doubt => ({ about, text: shown(timeless, day as Day) })),
    day !== undefined && day.until < today && { about: 'past' },
    others.length > 0 && {
      about: 'several-dates',
      text: [...new Set(others.map((other) => shown(timeless, other)))].slice(0, 5).join(' · '),
    },
    repeats !== undefined && { about: 'repeats', text: repeats },
    several && said.starts === undefined && { about: 'all-day-assumed' },
    !several && said.starts === undefined && { about: 'no-time' },
    times.length > 1 &&
      !spans && {
        about: 'several-times',
        text: times
          .slice(0, 5)
          .map((one) => shown(text, one))
          .join(' · '),
      },
    day && said.starts && skipped(day.from, said.starts, zone) && { about: 'time-skipped', text: said.starts },
    place === undefined && { about: 'no-place' },
    place !== undefined && place.city === undefined && { about: 'city-assumed', text: city },
    whole.length > longest && { about: 'shortened' },
  ];
  return {
    ...(title && { title }),
    ...(day && { date: day.from }),
    ...(several && { until: day.until }),
    ...said,
    ...(several && said.starts === undefined && { allDay: true as const }),
    ...(place && { place: place.city === undefined ? { ...place, city } : place }),
    ...(link && { link }),
    description: whole,
    doubts: doubts.filter((doubt): doubt is Doubt => Boolean(doubt)),
  };
};
