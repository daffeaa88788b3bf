import type { Announced, World } from './announced.ts';
import type { Chance } from './chance.ts';

/** Two announcements, and whether they speak of one gathering. */
export type LabelledPair = Readonly<{ one: Announced; other: Announced; same: boolean; reason: string }>;

/** A way in which two announcements come to be alike, or not. `weight`: how often, relative to the others of its label. */
export type Way = Readonly<{
  reason: string;
  weight: number;
  pair: (chance: Chance, world: World) => readonly [Announced, Announced];
}>;
