import { gathering, type Gathering, type GatheringCommand, type GatheringEvent } from '@relais/gathering';
import type { AssemblyId, GatheringId, SourceId } from '@relais/vocabulary';
import { GatheringIndex } from './gathering-index.js';
import type { Described, KnownGathering, Pointers } from './known-gathering.js';

type Known = Readonly<{
  assembly: AssemblyId;
  state: Gathering;
  pointers: Pointers;
  sources: ReadonlySet<SourceId>;
  /** Found by what this says, since all that it was announced by is elsewhere. */
  instead?: Described | undefined;
}>;

const nowhere: Pointers = { urls: [], aliases: [], mentions: [] };

/** Most of what happens to a gathering changes nothing that it is found by. */
const isFiledAs = ({ state, pointers, sources, instead }: Known, before: Known | undefined): boolean =>
  state.status === 'recognised' &&
  before?.state.status === 'recognised' &&
  state.title === before.state.title &&
  state.when === before.state.when &&
  state.place === before.state.place &&
  pointers === before.pointers &&
  instead === before.instead &&
  sources === before.sources;

/** Every gathering as its own events made it, and the index over them. */
export class KnownGatherings {
  readonly #known = new Map<GatheringId, Known>();
  readonly #index = new GatheringIndex();

  has(id: GatheringId): boolean {
    return this.#known.has(id);
  }

  /** The gatherings that share anything with this item. */
  candidates(item: Described): KnownGathering[] {
    return this.#index.candidates(item);
  }

  /** Whether the gathering would record anything, were it told this. */
  hears(command: GatheringCommand): boolean {
    const decision = gathering.decide(command, this.#known.get(command.gathering)?.state ?? gathering.initial);
    return 'accepted' in decision && decision.accepted.length > 0;
  }

  evolve(event: GatheringEvent): void {
    const id = event.data.gathering;
    const before = this.#known.get(id);
    const assembly = before?.assembly ?? (event.type === 'gathering.recognised' ? event.data.assembly : undefined);
    if (assembly === undefined) throw new Error(`${event.type} of ${id}, which was never recognised`);
    this.#put(id, {
      ...(before ?? { pointers: nowhere, sources: new Set() }),
      assembly,
      state: gathering.evolve(before?.state ?? gathering.initial, event),
    });
  }

  /** Where its announcements lead, and whose they are; `instead`: what it is found by while they are elsewhere. */
  point(
    id: GatheringId,
    announcements: readonly Readonly<{ source: SourceId; described: Pointers }>[],
    instead: Described | undefined,
  ): void {
    const known = this.#known.get(id);
    if (known === undefined) return;
    const all = (of: keyof Pointers): string[] => [...new Set(announcements.flatMap(({ described }) => described[of]))];
    this.#put(id, {
      ...known,
      pointers: { urls: all('urls'), aliases: all('aliases'), mentions: all('mentions') },
      sources: new Set(announcements.map(({ source }) => source)),
      instead,
    });
  }

  #put(id: GatheringId, known: Known): void {
    const before = this.#known.get(id);
    this.#known.set(id, known);
    if (known.state.status === 'unknown' || isFiledAs(known, before)) return;
    const { assembly, pointers, sources } = known;
    const { title, when, place } = known.state;
    const own = { title: title.value, when: when?.value, place: place?.value };
    const says = known.instead ?? own;
    this.#index.put({
      ...{ gathering: id, assembly, title: says.title, sources },
      ...(says.when && { when: says.when }),
      ...(says.place && { place: says.place }),
      ...pointers,
    });
  }
}
