import type { Recorded } from '@relais/event-sourcing';
import type { EventStore } from '@relais/event-store';
import { assemblies } from '../assemblies/assemblies.js';
import { attendances } from '../attendances/attendances.js';
import { gatherings } from '../gathering/gathering.js';
import type { ReadModels } from '../read-models.js';
import { sources } from '../sources/sources.js';
import { folded } from './folded.js';
import { RowsInMemory } from './rows-in-memory.js';

/** What tells of assemblies and their sources all but whether they can be read: few events in any log. */
const types = [...Object.keys(assemblies.on), 'assembly.source-added', 'assembly.source-removed'];
/** Answers of persons have a stream each: of a gathering, they are kept together. */
const answered = Object.keys(attendances.on);
const never = '1970-01-01T00:00:00.000Z';

type Folded = ReturnType<typeof folded>;

/** The stream of a gathering: all that its row is made of. */
export const streamOf = (gathering: string): string => `gathering-${gathering}`;

/**
 * One gathering as it stood at a position, without making the rows of all others: its row comes of its own stream, and what its
 * page says of assemblies and sources, which is what they are called, of the few events of assemblies; who means to come, of answers.
 */
export class GatheringsThen {
  readonly #described: Recorded[] = [];
  readonly #answers = new Map<string, Recorded[]>();
  #position = 0n;
  /** The position of the last event that was kept. */
  #kept = 0n;
  /** What assemblies and sources were called, by the position of the last event that said so. */
  readonly #directories = new Map<bigint, Folded>();

  constructor(private readonly store: EventStore) {}

  /** Rows of one gathering, how many mean to come, of the assemblies and, but for their health, of the sources. */
  async at(gathering: string, position: bigint): Promise<ReadModels> {
    const own: Recorded[] = [];
    for await (const event of this.store.read(streamOf(gathering))) {
      if (event.position > position) break;
      own.push(event);
    }
    const directory = await this.#directory(position);
    const answers = (this.#answers.get(gathering) ?? []).filter((event) => event.position <= position);
    const rows = new Map([...directory, ...folded(own, [gatherings]), ...folded(answers, [attendances])]);
    return new RowsInMemory({ position, at: own.at(-1)?.recordedAt ?? never }, rows);
  }

  async #directory(position: bigint): Promise<Folded> {
    if (this.#position < position) await this.#readOn();
    const events = this.#described.filter((event) => event.position <= position);
    const last = events.at(-1)?.position ?? 0n;
    const known = this.#directories.get(last) ?? folded(events, [assemblies, sources]);
    this.#directories.delete(last);
    this.#directories.set(last, known);
    const [oldest] = this.#directories.keys();
    if (this.#directories.size > 20 && oldest !== undefined) this.#directories.delete(oldest);
    return known;
  }

  async #readOn(): Promise<void> {
    const head = await this.store.head();
    for await (const page of this.store.readAll(this.#position, { types: [...types, ...answered] }))
      for (const event of page) this.#keep(event);
    this.#position = head > this.#position ? head : this.#position;
  }

  #keep(event: Recorded): void {
    // Another call may have read the same page meanwhile.
    if (event.position <= this.#kept) return;
    this.#kept = event.position;
    if (!answered.includes(event.type)) return void this.#described.push(event);
    const { gathering } = event.data as { gathering: string };
    const known = this.#answers.get(gathering);
    if (known) known.push(event);
    else this.#answers.set(gathering, [event]);
  }
}
