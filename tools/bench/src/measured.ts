import type { Conditions, Measurement } from './benchmark.ts';
import { machine } from './conditions.ts';
import { median } from './statistics.ts';

type Compared = Readonly<{
  name: string;
  unit: string;
  /** What the other side is. */
  beside: 'ceiling' | 'peer';
  ours: readonly number[];
  other: readonly number[];
  conditions: Conditions;
  /** What stands for all rounds. */
  by?: (values: readonly number[]) => number;
}>;

const rounded = (value: number): number => Number(value.toPrecision(4));

/** What both sides of a comparison came to, and how far apart the rounds were. */
export const measured = ({ name, unit, beside, ours, other, conditions, by = median }: Compared): Measurement => {
  const [figure, compared] = [by(ours), by(other)];
  const ratios = ours.map((value, round) => value / (other[round] ?? NaN));
  const spread = `${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}`;
  return {
    name,
    figure: rounded(figure),
    unit,
    ceiling: beside === 'ceiling' ? rounded(compared) : null,
    peer: beside === 'peer' ? rounded(compared) : null,
    ratio: rounded(figure / compared),
    conditions: { ...machine(), ...conditions, ...(ratios.length <= 50 && { 'ratio by round': spread }) },
  };
};
