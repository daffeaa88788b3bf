import type { Measurement } from './benchmark.ts';

const spoken = new Intl.NumberFormat('en', { maximumSignificantDigits: 4 });

/** A measurement for people: the figure beside its ceiling or peer, and below it the conditions. */
export const inWords = ({ name, figure, unit, ceiling, peer, ratio, conditions }: Measurement): string => {
  const beside = ceiling === null ? `peer ${spoken.format(peer ?? NaN)}` : `ceiling ${spoken.format(ceiling)}`;
  const facts = Object.entries(conditions).map(([what, value]) => `${what}: ${value}`);
  return `${name}: ${spoken.format(figure)} ${unit}, ${beside}, ratio ${ratio.toFixed(2)}\n    ${facts.join('; ')}`;
};
