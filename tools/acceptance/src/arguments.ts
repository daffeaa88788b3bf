import type { Point } from './point.ts';

/** It was asked for in a way that cannot be understood; the message says how to ask. */
export class WrongUse extends Error {
  override readonly name = 'WrongUse';
}

/** Reads `[NAME…]`: the points that are named, or without a name all that are not too slow. Throws {@link WrongUse}. */
export const pointsNamed = (names: readonly string[], points: readonly Point[]): readonly Point[] => {
  if (names.length === 0) return points.filter(({ onlyNamed = false }) => !onlyNamed);
  const unknown = names.filter((name) => !points.some((point) => point.name === name));
  if (unknown.length === 0) return points.filter(({ name }) => names.includes(name));
  const there = points.map(
    ({ name, claims, onlyNamed }) => `  ${name.padEnd(10)} ${claims}${onlyNamed ? ' (only when it is named)' : ''}`,
  );
  throw new WrongUse(`no point is called ${unknown.join(', ')}; there are\n${there.join('\n')}`);
};
