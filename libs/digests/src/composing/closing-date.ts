import {
  addDays,
  instantOf,
  isLocalDate,
  localTime,
  type Instant,
  type LocalDate,
  type TimeZone,
} from '@relais/vocabulary';

const months: readonly (readonly string[])[] = [
  ['janvier', 'january', 'januari'],
  ['fevrier', 'february', 'februari'],
  ['mars', 'march', 'maart'],
  ['avril', 'april'],
  ['mai', 'may', 'mei'],
  ['juin', 'june', 'juni'],
  ['juillet', 'july', 'juli'],
  ['aout', 'august', 'augustus'],
  ['septembre', 'september'],
  ['octobre', 'october', 'oktober'],
  ['novembre', 'november'],
  ['decembre', 'december'],
];
const month = months.flat().join('|');
const weekday =
  '(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)';
/** `exclusive`: the day that is named is the first one too late, unless an hour is named too. */
const exclusive = 'avant|before|voor';
const inclusive =
  "jusqu ?'?au?|jusqu a|cloture|clot|se termine|ferme|fin du vote|until|closes|closing|ends|deadline|tot en met|tot|sluit|eindigt";
const cue = `\\b(${exclusive}|${inclusive})\\b(?: ?:)?(?: (?:le|la|on|at|by|op|au|de))*(?: ${weekday})?,?`;
const day = `(?<iso>\\d{4}-\\d{2}-\\d{2})|(?<slashed>\\d{1,2}/\\d{1,2}/\\d{4})|(?<dayFirst>\\d{1,2})(?:er)? (?<monthAfter>${month})(?:,? (?<yearAfter>\\d{4}))?|(?<monthFirst>${month}) (?<dayAfter>\\d{1,2})(?:st|nd|rd|th)?(?:,? (?<yearLast>\\d{4}))?`;
const time = `(?:,? ?(?:a|at|om|,)? ?(?<hour>\\d{1,2})(?: ?h ?|[:.])(?<minute>\\d{2})?(?!\\d))?`;
const closing = new RegExp(`${cue} (?:${day})${time}`, 'u');

const folded = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’ʼ]/gu, "'").replace(/\s+/gu, ' ').toLowerCase();

const two = (value: number | string): string => String(value).padStart(2, '0');
const numberOf = (name: string): number => months.findIndex((names) => names.includes(name)) + 1;

/** A day without a year is the next one of that name, counted from the day that the text became known. */
const dated = (groups: Readonly<Record<string, string | undefined>>, known: LocalDate): LocalDate | undefined => {
  const { iso, slashed, dayFirst, monthAfter, yearAfter, monthFirst, dayAfter, yearLast } = groups;
  if (iso !== undefined) return iso;
  if (slashed !== undefined) {
    const [number = '', of = '', year = ''] = slashed.split('/');
    return `${year}-${two(of)}-${two(number)}`;
  }
  const rest = `${two(numberOf(monthAfter ?? monthFirst ?? ''))}-${two(dayFirst ?? dayAfter ?? '')}`;
  const year = yearAfter ?? yearLast;
  if (year !== undefined) return `${year}-${rest}`;
  const thisYear = `${known.slice(0, 4)}-${rest}`;
  return thisYear >= known ? thisYear : `${Number(known.slice(0, 4)) + 1}-${rest}`;
};

/**
 * When a vote closes, where its text says so in French, English or Dutch: « jusqu’au 28 novembre à 18h », “closes on November
 * 28”, “tot 28 november”. Without an hour it is open until the end of the day, or until its beginning where it says « avant ».
 * Undefined where nothing is said that can be read for certain.
 */
export const closingDate = (text: string, known: Instant, zone: TimeZone): Instant | undefined => {
  const found = closing.exec(folded(text));
  const groups = found?.groups;
  const date = groups && dated(groups, localTime(known, zone).date);
  if (found === null || groups === undefined || date === undefined || !isLocalDate(date)) return undefined;
  const { hour, minute = '00' } = groups;
  if (hour !== undefined)
    return Number(hour) < 24 && Number(minute) < 60 ? instantOf(`${date}T${two(hour)}:${minute}`, zone) : undefined;
  const isExclusive = new RegExp(`^(?:${exclusive})$`).test(found[1] ?? '');
  return instantOf(`${isExclusive ? date : addDays(date, 1)}T00:00`, zone);
};
