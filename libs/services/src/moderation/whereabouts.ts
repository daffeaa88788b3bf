import { knownEvent } from '@relais/catalogue';
import type { EventStore } from '@relais/event-store';
import { StandingRulings } from '@relais/ruling';
import type { Basis, GatheringId, ItemKey, SourceId } from '@relais/vocabulary';
import type { Refusal } from './orders.js';

const keyOf = ({ source, item }: Basis): string => `${source} ${item}`;
const types = [
  ...['gathering.recognised', 'gathering.announcement-attached', 'gathering.announcement-detached'],
  ...['source.item-rekeyed', 'ruling.made', 'ruling.revoked'],
];

/** Who speaks of which gathering today, the oldest first, and which rulings stand: folded from the log when it is asked for. */
export class Whereabouts {
  readonly #gatherings = new Map<GatheringId, Map<string, Basis>>();
  /** Every announcement that ever spoke of a gathering. */
  readonly #known = new Map<string, Basis>();
  /** Other keys by which sources called them since. */
  readonly #names = new Map<string, Basis>();
  readonly rulings = new StandingRulings();

  static async of(store: EventStore): Promise<Whereabouts> {
    const whereabouts = new Whereabouts();
    for await (const page of store.readAll(0n, { types }))
      for (const event of page) whereabouts.#evolve(knownEvent(event));
    return whereabouts;
  }

  /** The two announcements that are meant: those said, or of a gathering the oldest that the other is not. */
  pair(asked: readonly [string, string]): { pair: readonly [Basis, Basis] } | { refused: Refusal } {
    const found = asked.map((one) => this.#find(one));
    const refused = found.flatMap((one) => ('refused' in one ? one.refused : []))[0];
    if (refused) return { refused };
    const [ones = [], others = []] = found.map((one) => ('announcements' in one ? one.announcements : []));
    const [one] = ones;
    const [other = others[0]] = others.filter((basis) => one && keyOf(basis) !== keyOf(one));
    if (one === undefined || other === undefined) throw new Error('moderation: nothing was named');
    // Where the second is the one that was said, the first is any other of its gathering.
    const [first = one] = ones.filter((basis) => keyOf(basis) !== keyOf(other));
    return { pair: [first, other] };
  }

  #find(asked: string): { announcements: readonly Basis[] } | { refused: Refusal } {
    const [source, ...rest] = asked.trim().split(' ');
    if (rest.length > 0) {
      const said: Basis = { source: source as SourceId, item: rest.join(' ') as ItemKey };
      const known = this.#known.get(keyOf(this.#names.get(keyOf(said)) ?? said));
      return known ? { announcements: [known] } : { refused: { type: 'unknown-announcement', asked } };
    }
    const id = asked.replace(/^.*\/rencontres\//, '').replace(/[/?#.].*$/, '') as GatheringId;
    const announcements = this.#gatherings.get(id);
    if (announcements === undefined) return { refused: { type: 'unknown-gathering', asked } };
    if (announcements.size === 0) return { refused: { type: 'nobody-announces', gathering: id } };
    return { announcements: [...announcements.values()] };
  }

  #evolve({ type, data }: ReturnType<typeof knownEvent>): void {
    switch (type) {
      case 'gathering.recognised':
        this.#gatherings.set(data.gathering, new Map());
        break;
      case 'gathering.announcement-attached':
        this.#known.set(keyOf(data.announcement), data.announcement);
        this.#gatherings.get(data.gathering)?.set(keyOf(data.announcement), data.announcement);
        break;
      case 'gathering.announcement-detached':
        this.#gatherings.get(data.gathering)?.delete(keyOf(data.announcement));
        break;
      case 'source.item-rekeyed': {
        const { source, from, to } = data;
        const before = { source, item: from };
        this.#names.set(keyOf({ source, item: to }), this.#names.get(keyOf(before)) ?? before);
        break;
      }
      case 'ruling.made':
        this.rulings.evolve({ type, data });
        break;
      case 'ruling.revoked':
        this.rulings.evolve({ type, data });
        break;
      default:
        break;
    }
  }
}
