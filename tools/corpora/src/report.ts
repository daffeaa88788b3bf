import type { Measurement } from './figure.ts';

const spoken = new Intl.NumberFormat('en', { maximumSignificantDigits: 4 });

/** A measurement for people: the figure, what the others reached, and below it the conditions. */
export const inWords = ({ name, figure, unit, ceiling, peer, ratio, conditions }: Measurement): string => {
  const beside = [
    ...(peer === null ? [] : [`peer ${spoken.format(peer)}`]),
    ...(ceiling === null ? [] : [`ceiling ${spoken.format(ceiling)}`]),
    `ratio ${ratio.toFixed(4)}`,
  ];
  const facts = Object.entries(conditions).map(([what, value]) => `${what}: ${value}`);
  return `${name}: ${spoken.format(figure)} ${unit}, ${beside.join(', ')}\n    ${facts.join('; ')}`;
};
