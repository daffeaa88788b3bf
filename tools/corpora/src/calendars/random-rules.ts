import type { Chance } from '../matching/chance.ts';

const day = 86_400_000;
const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const workdays = 'BYDAY=MO,TU,WE,TH,FR';

/** What a start has of itself, in the words of rules. */
type Begun = Readonly<{ weekday: string; date: number; month: number; length: number; yearDay: number; hour: number }>;

const begunAt = (start: Date): Begun => ({
  weekday: weekdays[start.getUTCDay()] ?? 'MO',
  date: start.getUTCDate(),
  month: start.getUTCMonth() + 1,
  length: new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1, 0)).getUTCDate(),
  yearDay: Math.floor((start.getTime() - Date.UTC(start.getUTCFullYear(), 0)) / day) + 1,
  hour: start.getUTCHours(),
});

const upTo = (last: number): number[] => Array.from({ length: last }, (_none, index) => index + 1);

/** Its own value among up to three others, in any order. */
const with3 = (chance: Chance, own: number | string, others: readonly (number | string)[]): string => {
  const drawn = Array.from({ length: chance.whole(0, 3) }, () => chance.among(others));
  return [...new Set(chance.draw() < 0.5 ? [own, ...drawn] : [...drawn, own])].join(',');
};

/** Parts that go with each frequency (RFC 5545, 3.3.10); but for the places (BYSETPOS), so that the start is of the series. */
const parts: Readonly<Record<string, readonly ((chance: Chance, begun: Begun) => string[])[]>> = {
  HOURLY: [
    (chance, { weekday }) => [`BYDAY=${with3(chance, weekday, weekdays)}`],
    (chance, { month }) => [`BYMONTH=${with3(chance, month, upTo(12))}`],
  ],
  DAILY: [
    (chance, { weekday }) => [`BYDAY=${with3(chance, weekday, weekdays)}`],
    (chance, { month }) => [`BYMONTH=${with3(chance, month, upTo(12))}`],
    (chance, { date, weekday }) => [`BYMONTHDAY=${with3(chance, date, upTo(31))}`, `BYDAY=${weekday},MO`],
    (chance, { hour }) => [`BYHOUR=${with3(chance, hour, [0, 6, 12, 23])}`],
  ],
  WEEKLY: [
    (chance, { weekday }) => [`BYDAY=${with3(chance, weekday, weekdays)}`, `WKST=${chance.among(weekdays)}`],
    (chance, { weekday, month }) => [`BYMONTH=${with3(chance, month, upTo(12))}`, `BYDAY=${weekday}`],
    // Not from the front: in the week of the start dateutil counts from the start.
    () => [workdays, 'BYSETPOS=-1'],
  ],
  MONTHLY: [
    (chance, { date, weekday }) => [
      `BYDAY=${with3(chance, `${Math.ceil(date / 7)}${weekday}`, ['1MO', '-1FR', '2WE', '-2SU', '5TH'])}`,
    ],
    (chance, { date, length, weekday }) => [
      `BYDAY=${with3(chance, `-${Math.ceil((length - date + 1) / 7)}${weekday}`, ['3TU', '-5SA'])}`,
    ],
    (chance, { date, length }) => [`BYMONTHDAY=${with3(chance, date - length - 1, [...upTo(31), -1, -31])}`],
    (chance, { date, weekday }) => [`BYMONTHDAY=${with3(chance, date, upTo(31))}`, `BYDAY=${weekday}`],
    (chance) => [workdays, `BYSETPOS=${chance.among(['1', '-1', '2,-2', '3,5'])}`],
    (chance) => ['BYMONTHDAY=13,14,15', `BYHOUR=10,20`, `BYSETPOS=${chance.among(['1', '-1', '2,-2'])}`],
  ],
  YEARLY: [
    (chance, { month }) => [`BYMONTH=${with3(chance, month, upTo(12))}`],
    (_chance, { month, date, weekday }) => [`BYMONTH=${month}`, `BYDAY=${Math.ceil(date / 7)}${weekday}`],
    (chance, { month, date, length }) => [
      `BYMONTH=${with3(chance, month, upTo(12))}`,
      `BYMONTHDAY=${with3(chance, chance.draw() < 0.5 ? date : date - length - 1, upTo(31))}`,
    ],
    (chance, { yearDay }) => [`BYYEARDAY=${with3(chance, yearDay, [1, 59, 60, 100, 366, -1, -100])}`],
    (chance, { yearDay, weekday }) => [
      `BYDAY=${with3(chance, `${Math.ceil(yearDay / 7)}${weekday}`, ['1MO', '-1FR', '20MO', '-30SU'])}`,
    ],
    (chance, { weekday }) => [`BYDAY=${weekday}`, `BYMONTH=${chance.whole(1, 12)}`, 'BYMONTHDAY=8,9,10,11,12,13,14'],
    // Not the weeks that two years share: dateutil has each part of them in its own year.
    (chance, { weekday }) => [`BYWEEKNO=${with3(chance, chance.whole(2, 51), upTo(50).slice(2))}`, `BYDAY=${weekday}`],
    (chance, { month }) => [`BYMONTH=${month}`, workdays, `BYSETPOS=${chance.among(['1', '-1', '2,-2'])}`],
  ],
};

/** How far apart, about, the occurrences of a rule are. */
const steps: Readonly<Record<string, number>> = {
  ...{ HOURLY: day / 24, DAILY: day, WEEKLY: 7 * day, MONTHLY: 28 * day, YEARLY: 364 * day },
};

/** A rule that is valid for a start, without the end that it may have; and how far apart its occurrences are, about. */
export const randomRule = (chance: Chance, start: Date, allDay: boolean): { rule: string; step: number } => {
  const often = ['DAILY', 'WEEKLY', 'WEEKLY', 'MONTHLY', 'MONTHLY', 'YEARLY', ...(allDay ? [] : ['HOURLY', 'DAILY'])];
  const frequency = chance.among(often);
  const interval = chance.among([1, 1, 1, 2, 3, 5]) * (frequency === 'HOURLY' ? 5 : 1);
  const own = chance.draw() < 0.3 ? [] : chance.among(parts[frequency] ?? [])(chance, begunAt(start));
  const fitting = allDay ? own.filter((part) => !part.startsWith('BYHOUR')) : own;
  const every = interval > 1 || chance.draw() < 0.2 ? [`INTERVAL=${interval}`] : [];
  return { rule: [`FREQ=${frequency}`, ...every, ...fitting].join(';'), step: (steps[frequency] ?? day) * interval };
};
