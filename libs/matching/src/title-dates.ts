const months = [
  'janvier january januari januar jan janv',
  'fevrier february februari februar feb fev fevr',
  'mars march maart marz mar mrt',
  'avril april apr avr',
  'mai may mei',
  'juin june juni jun',
  'juillet july juli jul juil',
  'aout august augustus aug',
  'septembre september sep sept',
  'octobre october oktober oct okt',
  'novembre november nov',
  'decembre december dezember dec dez',
].map((line) => line.split(' '));
const monthNamed: ReadonlyMap<string, number> = new Map(
  months.flatMap((names, place) => names.map((name): [string, number] => [name, place + 1])),
);
const month = `(${[...monthNamed.keys()].sort((a, b) => b.length - a.length).join('|')})`;
const weekday =
  '(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lun|mar|mer|jeu|ven|sam|dim|monday|tuesday|wednesday|thursday|' +
  'friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|ma|di|wo|do|' +
  'vr|za|zo|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)';
const before = `(?:\\b${weekday}\\.?,? +)?`;
const year = '(?:[ /.,]+((?:19|20)\\d\\d))?';

const written: readonly (readonly [RegExp, (day: string, month: string) => [string, number | undefined]])[] = [
  [
    new RegExp(`${before}\\b(\\d{1,2})(?:er|st|nd|rd|th)?\\.? +(?:of )?${month}\\b\\.?${year}`, 'g'),
    (day, name) => [day, monthNamed.get(name)],
  ],
  [
    new RegExp(`${before}\\b${month}\\.? (\\d{1,2})(?:st|nd|rd|th)?\\b${year}`, 'g'),
    (name, day) => [day, monthNamed.get(name)],
  ],
  [
    new RegExp(`${before}\\b(\\d{1,2})[/.](\\d{1,2})(?:[/.]((?:20)?\\d\\d))?\\b(?! ?uur)`, 'g'),
    (day, number) => [day, Number(number)],
  ],
];
const hour = new RegExp(
  `${before}\\b(?:\\d{1,2} ?h(?: ?\\d\\d)?|\\d{1,2}:\\d\\d(?: ?(?:uur|h|pm|am))?|\\d{1,2}(?:\\.\\d\\d)? ?uur|\\d{1,2} ?[ap]m)\\b`,
  'g',
);

/** A title in small letters without the days and hours it names, and the days, as `day/month`. */
export type Undated = Readonly<{ rest: string; days: ReadonlySet<string> }>;

/** Takes a text in small letters without accents. Years stay with the days they were written to: `12 mars 2026`. */
export const undated = (title: string): Undated => {
  const days = new Set<string>();
  let rest = title;
  for (const [pattern, read] of written)
    rest = rest.replace(pattern, (whole, one: string, two: string) => {
      const [day, inMonth] = read(one, two);
      if (!inMonth || inMonth > 12 || Number(day) > 31 || Number(day) === 0) return whole;
      days.add(`${Number(day)}/${inMonth}`);
      return ' ';
    });
  return { rest: rest.replace(hour, ' '), days };
};
