import type { Revisit } from './source-format.js';

/** The longest interval that a source can be configured with, a week: who asks for more is believed to mean that. */
const longest = 10_080;

type Said = Readonly<{
  /** What it says of how often, in minutes, the most trusted first. */
  minutes?: readonly (number | undefined)[];
  hours?: readonly number[];
  days?: readonly number[];
}>;

const sorted = (values: readonly number[]): readonly number[] => [...new Set(values)].sort((a, b) => a - b);

/**
 * What a document says of when to read it again; undefined where it says nothing, or nothing that makes sense: less than a
 * minute is no wish to be left alone, and every hour of the day, or every day, would mean never.
 */
export const revisitOf = ({ minutes = [], hours = [], days = [] }: Said): Revisit | undefined => {
  const every = minutes.find((one) => one !== undefined && one >= 1);
  const [notAtHours, notOnDays] = [sorted(hours), sorted(days)];
  const revisit: Revisit = {
    ...(every !== undefined && { everyMinutes: Math.min(Math.round(every), longest) }),
    ...(notAtHours.length > 0 && notAtHours.length < 24 && { notAtHours }),
    ...(notOnDays.length > 0 && notOnDays.length < 7 && { notOnDays }),
  };
  return Object.keys(revisit).length > 0 ? revisit : undefined;
};
