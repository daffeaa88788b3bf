import { Random } from '../synthetic/random.ts';

/** How a simulated source answers once it is known; while a hub gets to know it, it answers well. */
export type Manner =
  | 'unmodified'
  | 'unchanged'
  | 'changed'
  | 'slow'
  | 'moved'
  | 'error'
  | 'gone'
  | 'busy'
  /** Takes the connection and says nothing. */
  | 'silent';

export type SimulatedSource = Readonly<{ number: number; host: number; manner: Manner; bytes: number }>;

/** Of a hundred sources on a host that works, how many answer so. */
const shares: readonly (readonly [Manner, number])[] = [
  ['unmodified', 55],
  ['unchanged', 22],
  ['changed', 14],
  ['slow', 5],
  ['moved', 2],
  ['gone', 2],
];

/** Whole hosts are out of order: of the small ones this share each. */
const brokenHosts: readonly (readonly [Manner, number])[] = [
  ['silent', 0.02],
  ['error', 0.03],
  ['busy', 0.005],
];

/** A few platforms hold a fifth of the sources, as such platforms do. */
const platforms = 10;
const onPlatforms = 0.2;

const drawn = <Value>(
  random: Random,
  weighted: readonly (readonly [Value, number])[],
  of: number,
): Value | undefined => {
  let left = random.next() * of;
  for (const [value, weight] of weighted) if ((left -= weight) < 0) return value;
  return undefined;
};

/** From 5 to 200 kB, half of them below 30 kB. */
const size = (random: Random): number => Math.round(5_000 * 40 ** (random.next() ** 1.03));

/** So many sources on a fifth as many hosts, the same each time. */
export const simulatedSources = (count: number): readonly SimulatedSource[] => {
  const random = new Random(10_000);
  const hosts = Math.max(1, Math.ceil(count / 5));
  const large = Math.min(platforms, Math.ceil(hosts / 10));
  const broken = Array.from({ length: hosts }, (_, host) => (host < large ? undefined : drawn(random, brokenHosts, 1)));
  return Array.from({ length: count }, (_, number) => {
    const host =
      hosts === large || random.chance(onPlatforms) ? random.below(large) : large + random.below(hosts - large);
    return { number, host, manner: broken[host] ?? drawn(random, shares, 100) ?? 'unmodified', bytes: size(random) };
  });
};

/** Every host is an address of this machine of its own: 127.1.0.0 and up. */
export const addressOf = (host: number): string => `127.1.${Math.floor(host / 250)}.${1 + (host % 250)}`;
