type Part = Readonly<{ is: RegExp; from?: number; to?: number; expected: string }>;

const weekday = '(?:MO|TU|WE|TH|FR|SA|SU)';
const numbers = /^[+-]?\d{1,3}(?:,[+-]?\d{1,3})*$/;
const list = (to: number, from = -to): Part => ({
  ...{ is: numbers, from, to },
  expected: `numbers from ${from === 1 ? 1 : `-${to}`} to ${to}`,
});

/** A plan meets this often at most in all; whoever means more leaves COUNT out. */
export const mostCounted = 1_000;

const count = (to: number): Part => ({ is: /^\d{1,9}$/, from: 1, to, expected: `a number from 1 to ${to}` });

/** What a rule of days may say (RFC 5545, 3.3.10): neither hours nor UNTIL, which a plan says beside it. */
const parts: Readonly<Record<string, Part>> = {
  FREQ: { is: /^(?:DAILY|WEEKLY|MONTHLY|YEARLY)$/, expected: 'DAILY, WEEKLY, MONTHLY or YEARLY' },
  INTERVAL: count(1_000),
  COUNT: count(mostCounted),
  BYDAY: {
    is: new RegExp(`^(?:[+-]?[1-9]\\d?)?${weekday}(?:,(?:[+-]?[1-9]\\d?)?${weekday})*$`),
    expected: 'weekdays such as TH or -1TH',
  },
  BYMONTH: list(12, 1),
  BYMONTHDAY: list(31),
  BYYEARDAY: list(366),
  BYWEEKNO: list(53),
  BYSETPOS: list(366),
  WKST: { is: new RegExp(`^${weekday}$`), expected: 'a weekday such as MO' },
};
const names = Object.keys(parts).join(', ');
const ofTime = /^(?:BYHOUR|BYMINUTE|BYSECOND)$/;

const isWithin = ({ from = -Infinity, to = Infinity }: Part, value: string): boolean =>
  value.split(',').every((one) => Number(one) >= from && Number(one) <= to && Number(one) !== 0);

const partProblem = (name: string, value: string): string | undefined => {
  if (ofTime.test(name) || (name === 'FREQ' && /^(?:HOUR|MINUTE|SECOND)LY$/.test(value)))
    return 'expected a rule of days; hours stand in times';
  if (name === 'UNTIL') return 'expected a rule without UNTIL; the last day stands in until';
  const part = Object.hasOwn(parts, name) ? parts[name] : undefined;
  if (part === undefined) return `expected a rule of the parts ${names}`;
  const isNumeric = part.from !== undefined;
  return part.is.test(value) && (!isNumeric || isWithin(part, value)) ? undefined : `expected ${name}=${part.expected}`;
};

/** The parts of a rule, by their names. */
export const partsOfRule = (rule: string): ReadonlyMap<string, string> =>
  new Map(rule.split(';').map((part): [string, string] => [part.split('=')[0] ?? '', part.split('=')[1] ?? '']));

/** What is wrong with a rule of days, as it can be told to whoever wrote it; undefined for one that can be followed. */
export const ruleProblem = (rule: string): string | undefined => {
  const written = rule.split(';').map((part) => part.split('='));
  if (rule.length > 300 || written.some(({ length }) => length !== 2))
    return 'expected a rule (RFC 5545), such as FREQ=MONTHLY;BYDAY=-1TH';
  const said = written.map(([name = '', value = '']) => ({ name, value }));
  for (const { name, value } of said) {
    const problem = partProblem(name, value);
    if (problem) return problem;
  }
  const frequency = partsOfRule(rule).get('FREQ');
  if (frequency === undefined) return 'expected a rule with FREQ, such as FREQ=MONTHLY;BYDAY=-1TH';
  if (new Set(said.map(({ name }) => name)).size < said.length) return 'expected each part of the rule once';
  const counted = /\d/.test(partsOfRule(rule).get('BYDAY') ?? '');
  return counted && !/^(?:MONTH|YEAR)LY$/.test(frequency)
    ? `expected weekdays without a number, or FREQ=MONTHLY: ${frequency} knows no last Thursday`
    : undefined;
};
