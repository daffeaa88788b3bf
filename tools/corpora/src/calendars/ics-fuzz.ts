import { join } from 'node:path';
import type { When } from '@relais/vocabulary';
import type { Figure } from '../figure.ts';
import { askPython } from '../python.ts';
import { randomCalendars } from './random-calendars.ts';
import { reading, years } from './reading.ts';

/** Compared from June to June; read from longer before and after, since an occurrence may be moved into these years. */
const [from, to] = [2023, 2027];

/** Starts in the words of `starts.ts`. */
type Starts = readonly string[];

const isWithin = (start: string): boolean => {
  const day = start.startsWith('d')
    ? start.slice(1, 7)
    : new Date(Number(start) * 1_000).toISOString().replace('-', '').slice(0, 6);
  return day >= `${from}06` && day < `${to}06`;
};

const formOf = (when: When): string =>
  when.kind === 'all-day' ? `d${when.from.replaceAll('-', '')}` : String(Date.parse(when.starts) / 1_000);

const byUs = (text: string): Starts => {
  const { document, refusal, thrown } = reading(Buffer.from(text), years(from, to + 1));
  if (document === undefined) return [refusal ?? thrown ?? ''];
  return document.reports
    .flatMap(({ fields: { when } }) => (when ? [formOf(when)] : []))
    .filter(isWithin)
    .sort();
};

const byDateutil = (texts: readonly string[]): readonly Starts[] => {
  const asked = texts.map((text) => [text, `${from}-06-01`, `${to}-06-01`]);
  return askPython(join(import.meta.dirname, 'by-dateutil.py'), asked) as string[][];
};

const shown = (start: string | undefined): string =>
  start !== undefined && /^-?\d+$/.test(start) ? new Date(Number(start) * 1_000).toISOString() : (start ?? 'none');

type Outcome = Readonly<{ equal: number; occurrences: number; outOfStep: number }>;

/** How many of so many random calendars, which are valid, are read as dateutil has them; `tell` takes each that is not. */
export const fuzzed = (seed: number, count: number, tell: (line: string) => void): Outcome => {
  const texts = randomCalendars(seed, count);
  const answers = byDateutil(texts);
  const counts = { equal: 0, occurrences: 0, outOfStep: 0 };
  texts.forEach((text, index) => {
    const answer = answers[index] ?? [];
    const expected = answer[0] === '?' ? answer.slice(1) : answer;
    const found = byUs(text);
    counts.outOfStep += answer[0] === '?' ? 1 : 0;
    counts.occurrences += expected.length;
    if (found.join() === expected.join()) {
      counts.equal++;
      return;
    }
    const missing = expected.filter((one) => !found.includes(one));
    const extra = found.filter((one) => !expected.includes(one));
    tell(
      `${index}: ${missing.length} missing (${shown(missing[0])}), ${extra.length} more (${shown(extra[0])})\n${text}`,
    );
  });
  return counts;
};

/** Random calendars over the clock changes of eleven zones. */
export const icsFuzz: Figure = {
  name: 'ics-fuzz',
  needs: [],
  modules: ['icalendar', 'dateutil', 'zoneinfo'],
  async measure(tell) {
    const [seed, count] = [20_261_126, 2_500];
    const { equal, occurrences, outOfStep } = fuzzed(seed, count, tell);
    const conditions = { seed, occurrences, 'with a start that its rule does not give': outOfStep };
    const figure = { name: 'ics-fuzz', figure: equal, unit: `calendars of ${count}, as dateutil has them` };
    return [{ ...figure, ceiling: count, peer: null, ratio: Number((equal / count).toFixed(4)), conditions }];
  },
};
