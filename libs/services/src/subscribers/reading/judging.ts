import type { Instant, Language, LocalDate } from '@relais/vocabulary';
import { addressIn } from './address.js';
import type { Line, Why } from './line.js';
import { dayIn, languageIn } from './said-of-them.js';

/** A line that names one person who can be written to. */
export type Person = Readonly<{ line: number; address: string; language: Language; since: LocalDate | null }>;
/** A line that is not taken; `said` is what stood there, for whoever wants a report. */
export type NotTaken = Readonly<{ line: number; why: Why; said: string }>;

/** What a line comes to; whether it was there before is for who knows the others. */
export const judged = (line: Line, now: Instant): Person | NotTaken => {
  if ('why' in line) return { ...line, said: '' };
  const { line: number, address: said, receivesNothing = false } = line;
  const found = addressIn(said);
  if ('why' in found) return { line: number, why: found.why, said };
  if (receivesNothing) return { line: number, why: 'receives-nothing', said };
  return { line: number, ...found, language: languageIn(line.language), since: dayIn(line.since, now) };
};
