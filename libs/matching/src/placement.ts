import type { Basis } from '@relais/gathering';
import type { StandingRuling } from '@relais/ruling';
import type { GatheringId } from '@relais/vocabulary';

/** Where the rules alone have an announcement, and how long it has been there: a lower rank is older. */
export type Home = Readonly<{ home: GatheringId; rank: number }>;

export type PlacementInput = Readonly<{
  /** Rulings of which none contradicts another. */
  rulings: readonly StandingRuling[];
  /** Undefined for what never spoke of a gathering. */
  homeOf: (key: string) => Home | undefined;
  /** A gathering for these announcements alone, beside their homes; named after the first. */
  ownOf: (keys: readonly string[]) => GatheringId;
  /** Gatherings that were made for an announcement that was kept apart from its home, and that announcement. */
  standIns: ReadonlyMap<GatheringId, string>;
}>;

const keyOf = ({ source, item }: Basis): string => `${source} ${item}`;

/** Announcements that rulings make one. */
type Party = Readonly<{ members: readonly string[]; rank: number; homes: readonly GatheringId[] }>;

/** What leads to what, followed to its end. */
class Leads<Key extends string> {
  readonly #leads = new Map<Key, Key>();

  of(key: Key): Key {
    let lead = key;
    for (let next = this.#leads.get(lead); next !== undefined; next = this.#leads.get(lead)) lead = next;
    return lead;
  }

  join(key: Key, to: Key): void {
    const [from, lead] = [this.of(key), this.of(to)];
    if (from !== lead) this.#leads.set(from, lead);
  }
}

/**
 * Where announcements are while these rulings hold: made of nothing but their homes and the rulings, so that without a
 * ruling everything is where it would be had it never been made.
 *
 * `same` makes one gathering of two: whatever the rules attached to them is together. `apart` takes out the later of
 * the two, with what rulings make one with it, and leaves what only the rules attached beside it.
 */
export class Placement {
  readonly #named = new Set<string>();
  readonly #parties = new Map<string, Party>();
  /** For each party that was taken out, how far: an index into what is open to it. */
  readonly #taken = new Map<Party, number>();
  #gatherings = new Leads<GatheringId>();

  constructor(private readonly input: PlacementInput) {
    this.#gather();
    this.#join();
    for (let party = this.#toTakeOut(); party !== undefined; party = this.#toTakeOut()) {
      this.#taken.set(party, (this.#taken.get(party) ?? -1) + 1);
      this.#join();
    }
  }

  /** Whether a ruling names it. */
  concerns(key: string): boolean {
    return this.#named.has(key);
  }

  /** Where an announcement belongs that the rules alone have in `home`. */
  of(key: string, home: GatheringId): GatheringId {
    return this.#gatherings.of(this.filedUnder(key, home));
  }

  /** Where others find it by what it says: its home, unless it was taken out. */
  filedUnder(key: string, home: GatheringId): GatheringId {
    const party = this.#parties.get(key);
    return (party && this.#placeOf(party)) ?? home;
  }

  #gather(): void {
    const leads = new Leads<string>();
    for (const { verdict, announcements } of this.input.rulings) {
      const [one, other] = [keyOf(announcements[0]), keyOf(announcements[1])];
      this.#named.add(one).add(other);
      if (verdict === 'same') leads.join(other, one);
    }
    for (const [lead, members] of Map.groupBy(this.#named, (key) => leads.of(key))) {
      const homes = [lead, ...members].flatMap((key) => {
        const known = this.input.homeOf(key);
        return known ? [{ key, ...known }] : [];
      });
      const [first] = homes;
      if (first === undefined) continue;
      const party = {
        members: [...new Set(homes.map(({ key }) => key))],
        rank: first.rank,
        homes: [...new Set(homes.map(({ home }) => home))],
      };
      for (const { key } of homes) this.#parties.set(key, party);
    }
  }

  #open({ members, homes }: Party): readonly GatheringId[] {
    return [...(homes.length > 1 ? homes : []), this.input.ownOf(members)];
  }

  #placeOf(party: Party): GatheringId | undefined {
    const taken = this.#taken.get(party);
    return taken === undefined ? undefined : this.#open(party)[taken];
  }

  #join(): void {
    const gatherings = (this.#gatherings = new Leads<GatheringId>());
    for (const party of new Set(this.#parties.values())) {
      const [first, ...others] = party.homes;
      if (first === undefined || this.#taken.has(party)) continue;
      for (const home of others) gatherings.join(home, first);
    }
    // Who joined what was kept apart goes where that goes.
    for (const [standIn, key] of this.input.standIns) {
      const home = this.input.homeOf(key)?.home;
      const place = home && this.filedUnder(key, home);
      if (place && place !== standIn) gatherings.join(standIn, place);
    }
  }

  /** Whoever must go (further) that two are apart; undefined when all are that must be. */
  #toTakeOut(): Party | undefined {
    for (const { verdict, announcements } of this.input.rulings) {
      if (verdict === 'same') continue;
      const [one, other] = announcements.map((basis) => this.#parties.get(keyOf(basis)));
      if (one === undefined || other === undefined || one === other) continue;
      if (this.#where(one) !== this.#where(other)) continue;
      const laterFirst = [one, other].sort((a, b) => b.rank - a.rank);
      const beside = [...new Set(this.#parties.values())].filter((party) => this.#where(party) === this.#where(one));
      return [...laterFirst, ...beside].find((party) => (this.#taken.get(party) ?? -1) < this.#open(party).length - 1);
    }
    return undefined;
  }

  #where(party: Party): GatheringId | undefined {
    const place = this.#placeOf(party) ?? party.homes[0];
    return place && this.#gatherings.of(place);
  }
}
