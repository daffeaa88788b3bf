import { daysOf, addDays, type GatheringId } from '@relais/vocabulary';
import type { Described, KnownGathering } from './known-gathering.js';

/** Days a long gathering is filed under at most. */
const mostDays = 31;

const keysOf = ({ assembly, when, urls, aliases, mentions }: Described, pointing: boolean): string[] => {
  const days: string[] = [];
  if (when) {
    const { from, until } = daysOf(when);
    for (let day = from; day <= until && days.length < mostDays; day = addDays(day, 1))
      days.push(`day ${assembly} ${day}`);
  }
  return [
    ...urls.map((url) => `url ${url}`),
    ...aliases.map((alias) => `alias ${alias}`),
    ...mentions.map((url) => `${pointing ? 'mentioned' : 'url'} ${url}`),
    ...(pointing ? [] : urls.map((url) => `mentioned ${url}`)),
    ...days,
  ];
};

/** Known gatherings, found by whatever an item may share with them: an address, an alias, a day of the same assembly. */
export class GatheringIndex {
  readonly #gatherings = new Map<GatheringId, KnownGathering>();
  readonly #byKey = new Map<string, Set<GatheringId>>();

  get(id: GatheringId): KnownGathering | undefined {
    return this.#gatherings.get(id);
  }

  put(gathering: KnownGathering): void {
    const before = this.#gatherings.get(gathering.gathering);
    if (before) for (const key of keysOf(before, true)) this.#byKey.get(key)?.delete(gathering.gathering);
    this.#gatherings.set(gathering.gathering, gathering);
    for (const key of keysOf(gathering, true)) {
      const filed = this.#byKey.get(key) ?? new Set();
      this.#byKey.set(key, filed.add(gathering.gathering));
    }
  }

  /** The gatherings that share anything with this item, in the order in which they became known. */
  candidates(item: Described): KnownGathering[] {
    const ids = new Set(keysOf(item, false).flatMap((key) => [...(this.#byKey.get(key) ?? [])]));
    return [...ids].flatMap((id) => this.#gatherings.get(id) ?? []);
  }
}
