import { plannedDays, ruleProblem, type Plan } from '@relais/rhythm';
import { isLocalDate } from '@relais/vocabulary';
import { z } from 'zod';
import { keysOf, listOf, slug, text, whole } from './fields.js';

const aDay = 'expected a day, such as 2026-01-29';
// What stands beside it is not looked at before each member can be read.
const day = z.string(aDay).refine(isLocalDate, { error: aDay, abort: true });
const anHour = 'expected an hour from 00:00 to 23:59, such as 18:00';
const hour = z.string(anHour).regex(/^([01]\d|2[0-3]):[0-5]\d$/, anHour);
const country = 'expected a country of two capitals, such as FR';

const place = keysOf({
  name: text.optional(),
  address: text.optional(),
  postalCode: text.optional(),
  city: text.optional(),
  country: z
    .string(country)
    .regex(/^[A-Z]{2}$/, country)
    .optional(),
});

/** A day, or a day and why. */
const skipped = z
  .union([day.transform((date) => ({ date })), keysOf({ date: day, note: text.optional() })], {
    error: `${aDay}, or the keys date, note`,
  })
  .transform(({ date, ...why }) => ({ date, ...('note' in why && why.note !== undefined && { note: why.note }) }));

const rule = z.string('expected a rule, such as FREQ=MONTHLY;BYDAY=-1TH').superRefine((value, context) => {
  const problem = ruleProblem(value);
  if (problem) context.addIssue({ code: 'custom', message: problem, input: value, continue: false });
});

type Written = Readonly<{ rule: string; from: string; until?: string | undefined; times: readonly string[] }>;

/** The days of a plan until this one. */
const daysUntil = (last: string, { rule: days, from, until, times }: Written): Set<string> => {
  const plan: Plan = { title: '', rule: days, from, ...(until && { until }), times, zone: 'UTC' };
  const found = new Set<string>();
  for (const date of plannedDays(plan)) {
    if (date > last && found.size > 0) break;
    found.add(date);
  }
  return found;
};

/** When an assembly means to meet. */
export const rhythm = keysOf({
  id: slug('an id'),
  title: text,
  rule,
  from: day.refine((date) => date >= '1970', { error: 'expected a day from 1970-01-01 on', abort: true }),
  until: day.optional(),
  times: listOf(hour, 'hours').min(1, 'expected at least one hour').max(12, 'expected twelve hours at most'),
  minutes: whole(5, 1_440, 'expected whole minutes from 5 to 1440').optional(),
  place: place.optional(),
  skip: listOf(skipped, 'days').max(366, 'expected 366 days at most').default([]),
}).superRefine((value, context) => {
  const mistake = (path: (string | number)[], message: string): void =>
    context.addIssue({ code: 'custom', path, message, input: value });
  if (value.until !== undefined && value.until < value.from) return mistake(['until'], 'expected no day before from');
  const days = daysUntil(
    value.skip.map(({ date }) => date).reduce((a, b) => (a > b ? a : b), ''),
    value,
  );
  if (days.size === 0) return mistake(['rule'], 'expected a rule that comes to pass between from and until');
  value.skip.forEach(({ date }, index) => {
    if (!days.has(date)) mistake(['skip', index], 'expected a day on which it would meet');
  });
});
