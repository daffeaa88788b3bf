import type { HubEvent } from '@relais/catalogue';
import type { EventOf, Recorded } from '@relais/event-sourcing';
import type { Basis, GatheringEvent, MatchReason } from '@relais/gathering';
import type { AssemblyId, GatheringId } from '@relais/vocabulary';
import type { Recognition } from './recognition.js';
import { isOfGathering, Rehearsal } from './rehearsal.js';

/** An announcement that these rules would have elsewhere than the log has it. */
export type SecondThought = Readonly<{
  announcement: Basis;
  assembly: AssemblyId;
  title: string;
  /** `joins`: it was alone. `parts`: it would be in a gathering that there is not. `moves`: from one to another. */
  change: 'joins' | 'parts' | 'moves';
  from: GatheringId;
  /** As the log knows the gathering; absent for a new one. */
  to?: GatheringId;
  score: number;
  reasons: readonly MatchReason[];
}>;

type Attached = EventOf<GatheringEvent, 'gathering.announcement-attached'>['data'];

const keyOf = ({ source, item }: Basis): string => `${source} ${item}`;

/** Who is where, by the events of gatherings. */
class Seating {
  readonly attached = new Map<string, Attached>();

  evolve({ type, data }: GatheringEvent): void {
    if (type === 'gathering.announcement-attached') this.attached.set(keyOf(data.announcement), data);
    if (type !== 'gathering.announcement-detached') return;
    const key = keyOf(data.announcement);
    if (this.attached.get(key)?.gathering === data.gathering) this.attached.delete(key);
  }
}

/** What a recognition of today would have decided on the whole history, beside what the log says was decided then. */
export class SecondThoughts {
  readonly #rehearsal: Rehearsal;
  readonly #decided = new Seating();
  readonly #would = new Seating();
  /** Gatherings were told since sources last spoke: so would they have been here. */
  #told = false;

  constructor(recognition: Recognition) {
    this.#rehearsal = new Rehearsal(recognition);
  }

  /** Every event of the log, in order. */
  evolve(event: Recorded<HubEvent>): void {
    if (isOfGathering(event)) {
      this.#decided.evolve(event);
      this.#told = true;
      return;
    }
    if (this.#told) this.#settle();
    this.#rehearsal.evolve(event);
  }

  /** What would change, in the order in which it became known. */
  changes(): readonly SecondThought[] {
    this.#settle();
    const names = this.#names();
    const sizes = Map.groupBy(this.#decided.attached.values(), ({ gathering }) => gathering);
    return [...this.#would.attached].flatMap(([key, { announcement, assembly, gathering, says, score, reasons }]) => {
      const from = this.#decided.attached.get(key)?.gathering;
      const to = names.get(gathering);
      if (from === undefined || from === to) return [];
      const isAlone = sizes.get(from)?.length === 1;
      const change = to === undefined ? 'parts' : isAlone ? 'joins' : 'moves';
      return [{ announcement, assembly, title: says.title, change, from, ...(to && { to }), score, reasons }];
    });
  }

  /** How many announcements were looked at. */
  get announcements(): number {
    return this.#decided.attached.size;
  }

  #settle(): void {
    for (const event of this.#rehearsal.settle()) this.#would.evolve(event);
    this.#told = false;
  }

  /** Which gathering of the log each would be: the one that it shares the most announcements with. */
  #names(): ReadonlyMap<GatheringId, GatheringId> {
    const shared = new Map<string, { would: GatheringId; decided: GatheringId; count: number }>();
    for (const [key, { gathering: would }] of this.#would.attached) {
      const decided = this.#decided.attached.get(key)?.gathering;
      if (decided === undefined) continue;
      const pair = `${would} ${decided}`;
      shared.set(pair, { would, decided, count: (shared.get(pair)?.count ?? 0) + 1 });
    }
    const names = new Map<GatheringId, GatheringId>();
    const taken = new Set<GatheringId>();
    const sure = ({ would, decided, count }: { would: GatheringId; decided: GatheringId; count: number }): number =>
      count + (would === decided ? 0.5 : 0);
    for (const { would, decided } of [...shared.values()].sort((one, other) => sure(other) - sure(one))) {
      if (names.has(would) || taken.has(decided)) continue;
      names.set(would, decided);
      taken.add(decided);
    }
    return names;
  }
}
