import type { Fact } from './facts.ts';

/** A document of somebody else's tests, by its path in `../shared`, and what they say of it. */
export type GoldenDocument = Readonly<{ path: string; facts: readonly Fact[] }>;

type Core = 'title' | 'link' | 'id' | 'date';

/** A fact of a feed, or of the item of that number; nothing where nothing is said. */
export const fact = (item: number | undefined, field: Core, expected: unknown): readonly Fact[] =>
  typeof expected === 'string' || typeof expected === 'number' ? [{ group: 'core', item, field, expected }] : [];
