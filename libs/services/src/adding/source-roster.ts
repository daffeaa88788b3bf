import { Inject, Injectable } from '@nestjs/common';
import { addressKey, type AssemblyEvent } from '@relais/assembly';
import { knownEvent } from '@relais/catalogue';
import type { EventOf } from '@relais/event-sourcing';
import { EventStore } from '@relais/event-store';
import type { AssemblyId, SourceId, TimeZone } from '@relais/vocabulary';
import { Deployment, NotConfigured, type DeployedSource } from '../wiring/deployment.js';
import { OneAtATime } from '../wiring/one-at-a-time.js';

type Added = EventOf<AssemblyEvent, 'assembly.source-added'>;
type Removed = EventOf<AssemblyEvent, 'assembly.source-removed'>;

const types = ['assembly.source-added', 'assembly.source-removed'] satisfies (Added | Removed)['type'][];
/** How often a source is read of which nobody said how often, in minutes: as in the configuration. */
const usual = 60;
const mostNamed = 20;

/**
 * Every source that is read here: those of the configuration, and those that were added while Relais ran, folded from the log.
 * It knows what the log held when it was last refreshed; that costs next to nothing where nothing is new.
 */
@Injectable()
export class SourceRoster {
  readonly #configured: ReadonlyMap<SourceId, DeployedSource>;
  readonly #added = new Map<SourceId, DeployedSource>();
  readonly #zones: ReadonlyMap<string, TimeZone>;
  /** Whose source has, or once had, an id. */
  readonly #holders: Map<SourceId, AssemblyId>;
  /** Made when it is asked for; follows what is added. */
  #byAddress: Map<string, DeployedSource> | undefined;
  #all: readonly DeployedSource[] | undefined;
  #position = 0n;
  readonly #turns = new OneAtATime();

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(Deployment) deployment: Deployment,
  ) {
    this.#zones = new Map(deployment.assemblies.map(({ id, profile }) => [id, profile.zone]));
    this.#configured = new Map(deployment.sources.map((source) => [source.description.source, source]));
    this.#holders = new Map(deployment.sources.map(({ assembly, description }) => [description.source, assembly]));
  }

  /** Takes in what the log holds by now, whoever recorded it. */
  refresh(): Promise<void> {
    return this.#turns.take(async () => {
      const head = await this.store.head();
      if (head === this.#position) return;
      for await (const page of this.store.readAll(this.#position, { types }))
        for (const event of page) this.#take(knownEvent(event) as Added | Removed);
      this.#position = head;
    });
  }

  all(): readonly DeployedSource[] {
    return (this.#all ??= [
      ...this.#configured.values(),
      ...[...this.#added.values()].filter(({ description }) => !this.#configured.has(description.source)),
    ]);
  }

  /** Undefined for a source that is not read here, or no more. */
  get(id: SourceId): DeployedSource | undefined {
    return this.#configured.get(id) ?? this.#added.get(id);
  }

  /** Throws {@link NotConfigured} for a source that is not read here, or no more. */
  source(id: SourceId): DeployedSource {
    const found = this.get(id);
    if (found) return found;
    const ids = this.all().map(({ description }) => description.source);
    const more = ids.length > mostNamed ? ` and ${ids.length - mostNamed} more` : '';
    const there = ids.length === 0 ? 'there are none' : `there are ${ids.slice(0, mostNamed).join(', ')}${more}`;
    throw new NotConfigured(`no source «${id}» is read here: ${there}`);
  }

  /** It was added while Relais ran, and the configuration does not name it. */
  isAdded(id: SourceId): boolean {
    return this.#added.has(id) && !this.#configured.has(id);
  }

  /** Whose source has this id, or once had it. */
  holderOf(id: SourceId): AssemblyId | undefined {
    return this.#holders.get(id);
  }

  /** The source that is read, or named with its public address, at this one. */
  readingAt(address: string): DeployedSource | undefined {
    this.#byAddress ??= new Map(
      this.all().flatMap((source) => {
        const { url } = source.description;
        return url === undefined ? [] : [[addressKey(url), source] as const];
      }),
    );
    return this.#byAddress.get(addressKey(address));
  }

  #take(event: Added | Removed): void {
    this.#all = undefined;
    if (event.type === 'assembly.source-removed') {
      if (this.#added.get(event.data.source)?.assembly === event.data.assembly) this.#forget(event.data.source);
      return;
    }
    const { assembly, source, by, every = usual } = event.data;
    const known = this.#added.get(source.source);
    if (!this.#holders.has(source.source)) this.#holders.set(source.source, assembly);
    if (known !== undefined && known.assembly !== assembly) return;
    const zone = this.#zones.get(assembly);
    if (known !== undefined) this.#forget(source.source);
    if (by === undefined || source.url === undefined || zone === undefined) return;
    const added = { assembly, description: source, readFrom: source.url, zone, everyMinutes: every };
    this.#added.set(source.source, added);
    if (!this.#configured.has(source.source)) this.#byAddress?.set(addressKey(source.url), added);
  }

  /** Another one may be read at the same address. */
  #forget(id: SourceId): void {
    this.#added.delete(id);
    this.#byAddress = undefined;
  }
}
