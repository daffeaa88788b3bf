import { addDays, daysOf, type GatheringId, type When } from '@relais/vocabulary';
import type { Described, KnownGathering } from './known-gathering.js';
import { doors } from './moments.js';

/** Days a long gathering is filed under at most. */
const mostDays = 31;

/** The days where it is, and the UTC days around its start: another zone, or the doors before the start, may lie across midnight. */
const daysFor = (when: When): Set<string> => {
  const { from, until } = daysOf(when);
  const days = new Set([from]);
  for (let day = addDays(from, 1); day <= until && days.size < mostDays; day = addDays(day, 1)) days.add(day);
  if (when.kind === 'timed')
    for (const shift of [-doors, doors]) days.add(new Date(Date.parse(when.starts) + shift).toISOString().slice(0, 10));
  return days;
};

const keysOf = ({ assembly, when, urls, aliases, mentions }: Described, pointing: boolean): string[] => [
  ...urls.map((url) => `url ${url}`),
  ...aliases.map((alias) => `alias ${alias}`),
  ...mentions.map((url) => `${pointing ? 'mentioned' : 'url'} ${url}`),
  ...(pointing ? [] : urls.map((url) => `mentioned ${url}`)),
  ...[...(when ? daysFor(when) : [])].map((day) => `day ${assembly} ${day}`),
];

/** Known gatherings, found by whatever an item may share with them: an address, an alias, a day of the same assembly. */
export class GatheringIndex {
  readonly #gatherings = new Map<GatheringId, Readonly<{ gathering: KnownGathering; keys: readonly string[] }>>();
  readonly #byKey = new Map<string, Set<GatheringId>>();

  get(id: GatheringId): KnownGathering | undefined {
    return this.#gatherings.get(id)?.gathering;
  }

  put(gathering: KnownGathering): void {
    const id = gathering.gathering;
    const keys = keysOf(gathering, true);
    for (const key of this.#gatherings.get(id)?.keys ?? []) this.#unfile(key, id);
    this.#gatherings.set(id, { gathering, keys });
    for (const key of keys) this.#byKey.set(key, (this.#byKey.get(key) ?? new Set()).add(id));
  }

  /** The gatherings that share anything with this item. */
  candidates(item: Described): KnownGathering[] {
    const ids = new Set(keysOf(item, false).flatMap((key) => [...(this.#byKey.get(key) ?? [])]));
    return [...ids].flatMap((id) => this.get(id) ?? []);
  }

  #unfile(key: string, id: GatheringId): void {
    const filed = this.#byKey.get(key);
    filed?.delete(id);
    if (filed?.size === 0) this.#byKey.delete(key);
  }
}
