import type { World } from './announced.ts';
import { Chance } from './chance.ts';
import { differentWays } from './different.ts';
import type { LabelledPair, Way } from './labelled-pair.ts';
import { occasions } from './occasions.ts';
import { sameWays } from './same.ts';
import { towns } from './towns.ts';

/** Every other occasion is kept back for the set that decides; towns are in both, else no two would share a house's name. */
const worldOf = (part: 0 | 1): World => ({ towns, occasions: occasions.filter((_, place) => place % 2 === part) });

const drawn = (ways: readonly Way[], chance: Chance): Way => {
  let left = chance.draw() * ways.reduce((sum, { weight }) => sum + weight, 0);
  return ways.find(({ weight }) => (left -= weight) < 0) ?? chance.among(ways);
};

/** So many pairs, half of them the same; always the same for a seed. */
export const pairs = (count: number, seed: number, part: 0 | 1): LabelledPair[] => {
  const chance = new Chance(seed);
  const world = worldOf(part);
  return Array.from({ length: count }, (_, place) => {
    const same = place % 2 === 0;
    const { pair, reason } = drawn(same ? sameWays : differentWays, chance);
    const [a, b] = pair(chance, world);
    const [one, other] = chance.draw() < 0.5 ? [a, b] : [b, a];
    return { one, other, same, reason };
  });
};
