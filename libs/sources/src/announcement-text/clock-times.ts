/** A clock time in a text, or a span of two: where it stands, and what it says as `HH:MM`. */
export type ClockTime = Readonly<{ at: number; length: number; starts: string; ends?: string }>;

const weekday = '(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|(?:mon|tues|wednes|thurs|fri|satur|sun)day';
const street = '(?:bis|ter|rue|avenue|av\\.|boulevard|bd|place|allée|quai|cours|chemin|impasse|square)';
/** `12h`, `12 h 30`, `18:30`, `6.30pm`, `noon`; minutes are not the number of a house that follows. */
const single = String.raw`(?:(\d{1,2})(?:h|H|\s?heures?)(\d{2})?(?![\p{L}\d])|(\d{1,2})\s[hH](?:\s(\d{2})(?!\d|\s+${street}))?(?![\p{L}\d])|(\d{1,2})(?:[:.](\d{2}))?\s?([ap])\.?m\b\.?|(\d{1,2}):(\d{2})(?![\d:])|(midi|minuit|noon|midnight)(?!\p{L}))`;
/** A bare number counts as an hour before «à 16h» or «to 4pm»; not behind a weekday or «le», where it is a day. */
const bare = String.raw`(?<!(?:${weekday}|le|on|the)\s)(?<![\d/.,-])(\d{1,2})(?:[:.](\d{2}))?`;
const between = String.raw`\s{0,3}(?:-|–|—|>|→|à|jusqu['’]à|to|until|till)\s{0,3}`;
const lasts = /(?:durée|durant|pendant|duration|toutes les|every)\s{0,2}:?\s{0,2}(?:environ\s|about\s)?$/iu;
const pattern = new RegExp(
  String.raw`(?<![\p{L}\d])(?:(?:${bare}${between}|(?<from>(?:entre|between)\s+${single}\s+(?:et|and)\s+)|(?<span>${single}${between}))?(?<last>${single}))`,
  'giu',
);
const one = new RegExp(single, 'iu');

type Spoken = { hour: number; minute: number; half?: 'a' | 'p' };

const spoken = (text: string): Spoken | undefined => {
  const found = one.exec(text);
  if (found === null) return undefined;
  const [, h1, m1, h2, m2, h3, m3, half, h4, m4, word] = found;
  if (word) return { hour: /^mi(?:di)$|noon/i.test(word) ? 12 : 0, minute: 0 };
  const hour = Number(h1 ?? h2 ?? h3 ?? h4);
  const minute = Number(m1 ?? m2 ?? m3 ?? m4 ?? 0);
  return { hour, minute, ...(half && { half: half.toLowerCase() as 'a' | 'p' }) };
};

const clock = ({ hour, minute, half }: Spoken): string | undefined => {
  if (hour > 24 || minute > 59 || (hour === 24 && minute > 0) || (half && (hour > 12 || hour === 0))) return undefined;
  const of24 = half === undefined ? hour % 24 : (hour % 12) + (half === 'p' ? 12 : 0);
  return `${String(of24).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
};

/** The beginning of a span: without «am» or «pm» it has that of the end, unless it would then come after it. */
const beginning = (begin: Spoken, end: Spoken): string | undefined => {
  if (begin.half || !end.half) return clock(begin);
  const same = clock({ ...begin, half: end.half });
  return same !== undefined && same >= (clock(end) ?? '') ? clock({ ...begin, half: 'a' }) : same;
};

/** Every clock time of a text, in its order. How long something lasts is none. */
export const clockTimes = (text: string): readonly ClockTime[] =>
  [...text.matchAll(pattern)].flatMap((match): ClockTime[] => {
    if (lasts.test(text.slice(Math.max(0, match.index - 30), match.index))) return [];
    const where = { at: match.index, length: match[0].length };
    const { from, span, last = '' } = match.groups ?? {};
    const end = spoken(last);
    const ends = end && clock(end);
    if (end === undefined || ends === undefined) return [];
    const begin = match[1] ? { hour: Number(match[1]), minute: Number(match[2] ?? 0) } : spoken(from ?? span ?? '');
    const starts = begin && beginning(begin, end);
    return starts === undefined ? [{ ...where, starts: ends }] : [{ ...where, starts, ends }];
  });
