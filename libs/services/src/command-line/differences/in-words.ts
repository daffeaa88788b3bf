import type { Diff, Difference, DifferenceCount, MemberChange } from '@relais/read-models';

/** How much of a value is shown on a line. */
const most = 100;

const shortened = (text: string): string => (text.length > most ? `${text.slice(0, most)}…` : text);

const valueInWords = (value: unknown): string => {
  if (value === undefined) return '–';
  return typeof value === 'string' ? `«${shortened(value)}»` : shortened(JSON.stringify(value));
};

const changeInWords = ({ path, before, after }: MemberChange): string =>
  `    ${path}: ${valueInWords(before)} → ${valueInWords(after)}`;

const hiddenInWords: Record<NonNullable<Difference['hidden']>, string> = {
  always: ', hidden',
  before: ', no more hidden',
  after: ', hidden now',
};

const signs = { added: '+', removed: '-', changed: '~' } as const;

/** What became of one row, as lines. */
export const differenceInWords = (difference: Difference): string => {
  const { projection, key, city, kind, hidden, changes = [], before, after } = difference;
  const of = `  ${signs[kind]} ${projection} ${key} (${city ?? 'of no city'}${hidden ? hiddenInWords[hidden] : ''})`;
  const whole = kind === 'changed' ? [] : [`    ${valueInWords(after ?? before)}`];
  return [of, ...whole, ...changes.map(changeInWords)].join('\n');
};

const number = (value: number | string): string => Number(value).toLocaleString('en');

const countInWords = ({ projection, city, added, removed, changed, hidden }: DifferenceCount): string =>
  [
    `${projection.padEnd(14)} ${(city ?? '–').padEnd(16)}`,
    ...[added, removed, changed].map((count) => number(count).padStart(9)),
    ...(hidden > 0 ? [` (${number(hidden)} of them hidden)`] : []),
  ].join('');

const heading = `${'projection'.padEnd(14)} ${'city'.padEnd(16)}${['added', 'removed', 'changed'].map((word) => word.padStart(9)).join('')}`;

const versionInWords = ({ projection, before, after }: Diff['versions'][number]): string => {
  if (before === null) return `${projection} is new`;
  return after === null ? `${projection} is no more` : `${projection} is at version ${after}, after ${before}`;
};

/** Where what is compared does not stand at one position, it says so: part of the difference is then what happened between. */
const positionsInWords = ({ before, after }: Diff): string =>
  before.position === after.position
    ? `both at position ${before.position}; ${number(before.rows)} and ${number(after.rows)} rows`
    : `! at positions ${before.position} and ${after.position}: part of the difference is what was recorded between; ` +
      `${number(before.rows)} and ${number(after.rows)} rows`;

/** The whole of it: where both stand, how many rows by projection and city, then examples. */
export const diffInWords = (diff: Diff): string => {
  const { counts, examples, versions } = diff;
  const differing = counts.reduce((sum, { added, removed, changed }) => sum + added + removed + changed, 0);
  const table = differing === 0 ? ['no row differs'] : [heading, ...counts.map(countInWords)];
  const told = examples.length < differing ? [`${examples.length} of ${number(differing)}:`] : [];
  return [
    ...[positionsInWords(diff), ...versions.map(versionInWords), ...table],
    ...(differing > 0 ? ['', ...told, ...examples.map(differenceInWords)] : []),
  ].join('\n');
};
