import type { ChainFault } from './verify.js';

/** Where a fault is, and what it is: with the checkpoints that it lies between. */
export const faultInWords = ({ position, from, to, what }: ChainFault): Readonly<{ where: string; what: string }> => ({
  where: position === undefined ? `positions ${from} to ${to}` : `position ${position}`,
  what: position === undefined || position === to ? what : `${what} (${intervalInWords(from, to)})`,
});

const intervalInWords = (from: bigint, to: bigint | undefined): string =>
  to === undefined
    ? `after position ${from - 1n}, which no checkpoint covers`
    : `in the interval from position ${from} to ${to}`;
