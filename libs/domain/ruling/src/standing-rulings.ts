import type { AdminId, Basis, RulingId } from '@relais/vocabulary';
import type { RulingEvent } from './events.js';
import type { Verdict } from './ruling.js';

/** A ruling that holds. */
export type StandingRuling = Readonly<{
  ruling: RulingId;
  verdict: Verdict;
  announcements: readonly [Basis, Basis];
  by: AdminId;
  note?: string;
}>;

type Pair = Pick<StandingRuling, 'verdict' | 'announcements'>;

const keyOf = ({ source, item }: Basis): string => `${source} ${item}`;

/** The rulings by which two announcements are the same, the fewest; undefined where they are not by any. */
const chain = (rulings: readonly StandingRuling[], from: string, to: string): StandingRuling[] | undefined => {
  const reached = new Map<string, readonly StandingRuling[]>([[from, []]]);
  for (const [key, way] of reached) {
    if (key === to) return [...way];
    for (const ruling of rulings) {
      const [one, other] = ruling.announcements.map(keyOf);
      const next = one === key ? other : other === key ? one : undefined;
      if (ruling.verdict === 'same' && next !== undefined && !reached.has(next)) reached.set(next, [...way, ruling]);
    }
  }
  return undefined;
};

/** Whether no two that are ruled apart are the same by others; quicker than to look for who contradicts whom. */
const holdTogether = (rulings: readonly StandingRuling[]): boolean => {
  const leads = new Map<string, string>();
  const leadOf = (key: string): string => {
    let lead = key;
    for (let next = leads.get(lead); next !== undefined; next = leads.get(lead)) lead = next;
    return lead;
  };
  for (const { verdict, announcements } of rulings) {
    const [one, other] = [leadOf(keyOf(announcements[0])), leadOf(keyOf(announcements[1]))];
    if (verdict === 'same' && one !== other) leads.set(other, one);
  }
  return rulings.every(
    ({ verdict, announcements: [one, other] }) => verdict === 'same' || leadOf(keyOf(one)) !== leadOf(keyOf(other)),
  );
};

/** The rulings that hold, in the order in which they were made: folded from their events. */
export class StandingRulings {
  readonly #standing = new Map<RulingId, StandingRuling>();

  evolve(event: RulingEvent): void {
    if (event.type === 'ruling.made') this.#standing.set(event.data.ruling, event.data);
    else this.#standing.delete(event.data.ruling);
  }

  all(): readonly StandingRuling[] {
    return [...this.#standing.values()];
  }

  /** What would have to be revoked first: with any of these, the new one cannot hold. */
  against(pair: Pair): readonly StandingRuling[] {
    return contradicting(this.all(), pair);
  }

  /** All that can hold together: where two contradict one another, the later. */
  effective(): readonly StandingRuling[] {
    if (holdTogether(this.all())) return this.all();
    const holding: StandingRuling[] = [];
    for (const ruling of this.all().toReversed())
      if (contradicting(holding, ruling).length === 0) holding.unshift(ruling);
    return holding;
  }
}

const contradicting = (rulings: readonly StandingRuling[], { verdict, announcements }: Pair): StandingRuling[] => {
  const [one, other] = announcements;
  if (verdict === 'apart') return chain(rulings, keyOf(one), keyOf(other)) ?? [];
  for (const apart of rulings.filter((ruling) => ruling.verdict === 'apart')) {
    const [left, right] = apart.announcements.map(keyOf) as [string, string];
    for (const [near, far] of [
      [left, right],
      [right, left],
    ] as const) {
      const [here, there] = [chain(rulings, near, keyOf(one)), chain(rulings, far, keyOf(other))];
      if (here && there) return [apart, ...here, ...there];
    }
  }
  return [];
};
