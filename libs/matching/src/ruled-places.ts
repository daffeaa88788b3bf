import type { Basis, MatchReason } from '@relais/gathering';
import { StandingRulings, type RulingEvent } from '@relais/ruling';
import type { GatheringId } from '@relais/vocabulary';
import { gatheringIdFor, type Hash } from './gathering-id.js';
import { Placement } from './placement.js';

/** What of an item decides where it belongs. */
type Housed = Readonly<{ basis: Basis; home?: GatheringId; rank?: number }>;

const keyOf = ({ source, item }: Basis): string => `${source} ${item}`;

/** Where rulings have announcements, over where the rules have them: worked out anew when either changed. */
export class RuledPlaces {
  readonly #rulings = new StandingRulings();
  /** Which gatherings an announcement was the first of, and those that it was when it was kept apart from its home. */
  readonly #founded = new Map<string, GatheringId[]>();
  readonly #standIns = new Map<GatheringId, string>();
  #placement: Placement | undefined;

  constructor(
    private readonly itemOf: (key: string) => Housed | undefined,
    private readonly isKnown: (id: GatheringId) => boolean,
    private readonly hash: Hash,
  ) {}

  /** An id that no gathering has, nor is `home`. */
  freeId(basis: Basis, home?: GatheringId): GatheringId {
    return gatheringIdFor(basis, this.hash, (id) => id === home || this.isKnown(id));
  }

  /** Something changed since the places were last asked for: some may have to move. */
  get isOutdated(): boolean {
    return this.#placement === undefined;
  }

  /** `known`: the announcement by the key that it is known by, since its source may have renamed it. */
  evolve(event: RulingEvent, known: (basis: Basis) => Basis): void {
    const { type, data } = event;
    if (type === 'ruling.revoked') this.#rulings.evolve(event);
    else {
      const [one, other] = data.announcements;
      this.#rulings.evolve({ type, data: { ...data, announcements: [known(one), known(other)] } });
    }
    this.#placement = undefined;
  }

  found(gathering: GatheringId, basis: Basis): void {
    const key = keyOf(basis);
    this.#founded.set(key, [...(this.#founded.get(key) ?? []), gathering]);
  }

  /** It is attached there while the rules have it in `home`, which they may have found out just now. */
  attach(key: string, gathering: GatheringId, home: GatheringId, isNewHome: boolean): void {
    if (isNewHome && this.#placement?.concerns(key)) this.#placement = undefined;
    if (home !== gathering && this.#founded.get(key)?.includes(gathering)) this.#standIns.set(gathering, key);
  }

  /** Where others find it: as far as that is known before {@link settle}. */
  filedUnder(key: string, home: GatheringId): GatheringId {
    return this.#placement?.filedUnder(key, home) ?? home;
  }

  settle(): Placement {
    return (this.#placement ??= this.#placed());
  }

  /** Where an announcement belongs that the rules have in `home`; `isNew`: it was nowhere until now. */
  placeOf(key: string, home: GatheringId, isNew: boolean): GatheringId {
    const placement = this.settle();
    return (isNew && placement.concerns(key) ? this.#placed({ key, home }) : placement).of(key, home);
  }

  /** Why an announcement is not where the rules have it. */
  reasonFor(basis: Basis): MatchReason {
    const own = this.#rulings
      .all()
      .filter(({ announcements }) => announcements.some((one) => keyOf(one) === keyOf(basis)));
    const detail = own.map(({ ruling }) => ruling).join(', ');
    return { rule: 'ruling', detail: detail || 'it goes with an announcement that was ruled on' };
  }

  #placed(assumed?: Readonly<{ key: string; home: GatheringId }>): Placement {
    const homeOf = (key: string) => {
      if (key === assumed?.key) return { home: assumed.home, rank: Infinity };
      const { home, rank = 0 } = this.itemOf(key) ?? {};
      return home && { home, rank };
    };
    const ownOf = (keys: readonly string[]): GatheringId => {
      for (const key of keys) {
        const home = homeOf(key)?.home;
        const known = this.#founded.get(key)?.find((gathering) => gathering !== home);
        if (known) return known;
      }
      const [first = ''] = keys;
      const item = this.itemOf(first);
      if (item === undefined) throw new Error(`matching: nobody has heard of ${first}`);
      return this.freeId(item.basis, homeOf(first)?.home);
    };
    return new Placement({ rulings: this.#rulings.effective(), homeOf, ownOf, standIns: this.#standIns });
  }
}
