import { createHash } from 'node:crypto';
import type { HubEvent } from '@relais/catalogue';
import type { Recorded } from '@relais/event-sourcing';
import { gathering, type Gathering, type GatheringCommand } from '@relais/gathering';
import type { ItemFields } from '@relais/source';
import {
  canonicalJson,
  type AdminId,
  type AssemblyId,
  type Basis,
  type GatheringId,
  type ItemKey,
  type RulingId,
  type SourceId,
} from '@relais/vocabulary';
import type { DomainAlias } from '../canonical-url.js';
import type { Hash } from '../gathering-id.js';
import { Recognition } from '../recognition.js';
import type { Venue } from '../venues.js';

export const sha256: Hash = (text) => createHash('sha256').update(text).digest();

export const domainAliases: readonly DomainAlias[] = [
  { old: 'assemblee.encommuns.org', new: 'wiki.lescommuns.org' },
  { old: 'assembleedescommuns.org', new: 'assemblee.lescommuns.org' },
  { old: 'lille.demosphere.eu', new: 'lille.demosphere.net' },
  { old: 'loomio.org', new: 'loomio.com' },
];

/** An item as a source shows it: its source, its key there, and what it says. */
export type Shown = Partial<ItemFields> & Readonly<{ source: string; item: string; assembly?: string }>;

const of = ({ source, item, assembly = 'lille' }: Shown) => ({
  source: source as SourceId,
  item: item as ItemKey,
  assembly: assembly as AssemblyId,
});
const basisOf = ({ source, item }: Shown): Basis => ({ source: source as SourceId, item: item as ItemKey });
const fieldsOf = ({ source: _, item, assembly: __, ...fields }: Shown): ItemFields => ({
  ...{ kind: 'gathering', title: item },
  ...fields,
});

/** A log in memory, the sources that write to it, and the recognition that follows it. */
export class Hub {
  readonly log: Recorded<HubEvent>[] = [];
  readonly #states = new Map<GatheringId, Gathering>();
  readonly #venues: readonly Venue[];
  #recognition: Recognition;

  constructor(venues: readonly Venue[] = []) {
    this.#venues = venues;
    this.#recognition = this.#fresh();
  }

  get recognition(): Recognition {
    return this.#recognition;
  }

  publish(...items: Shown[]): this {
    for (const item of items) this.#record('source.item-published', item);
    return this;
  }

  revise(...items: Shown[]): this {
    for (const item of items) this.#record('source.item-revised', item);
    return this;
  }

  withdraw(...items: Shown[]): this {
    for (const item of items)
      this.record({ type: 'source.item-withdrawn', data: { ...of(item), reason: 'tombstone' } });
    return this;
  }

  /** A moderator says that two items are the same, or never are. */
  rule(ruling: string, verdict: 'same' | 'apart', one: Shown, other: Shown): this {
    const announcements = [basisOf(one), basisOf(other)] as const;
    const data = { ruling: ruling as RulingId, by: 'secretariat' as AdminId, verdict, announcements };
    this.record({ type: 'ruling.made', data });
    return this;
  }

  revoke(ruling: string): this {
    this.record({ type: 'ruling.revoked', data: { ruling: ruling as RulingId, by: 'secretariat' as AdminId } });
    return this;
  }

  record(event: HubEvent): void {
    const position = BigInt(this.log.length + 1);
    const place = { id: `${position}`, stream: 's', version: 1, position, recordedAt: '2026-11-24T00:00:00Z' };
    const recorded: Recorded<HubEvent> = { ...event, ...place };
    this.log.push(recorded);
    this.#recognition.evolve(recorded);
  }

  /** The gathering hears one command, and the log what it makes of it. */
  tell(command: GatheringCommand): void {
    const state = this.#states.get(command.gathering) ?? gathering.initial;
    const decision = gathering.decide(command, state);
    if ('refused' in decision) throw new Error(`refused: ${canonicalJson(decision.refused)}`);
    this.#states.set(command.gathering, decision.accepted.reduce<Gathering>(gathering.evolve, state));
    for (const event of decision.accepted) this.record(event);
  }

  /** Lets items speak until all is said, or as many as this; returns their commands. */
  recognise(most = Infinity): GatheringCommand[] {
    const said: GatheringCommand[] = [];
    while (said.length < most) {
      const command = this.#recognition.next();
      if (command === undefined) break;
      this.tell(command);
      this.#recognition.done(command);
      said.push(command);
    }
    return said;
  }

  /** As after a crash: all that is known comes from the log. */
  restart(): this {
    this.#recognition = this.#fresh();
    for (const event of this.log) this.#recognition.evolve(event);
    return this;
  }

  /** The items that speak of each gathering today, `source item`, in the order in which the gatherings became known. */
  groups(): string[][] {
    const groups = new Map<GatheringId, Set<string>>();
    for (const { type, data } of this.log) {
      if (type === 'gathering.recognised') groups.set(data.gathering, new Set());
      if (type !== 'gathering.announcement-attached' && type !== 'gathering.announcement-detached') continue;
      const key = `${data.announcement.source} ${data.announcement.item}`;
      if (type === 'gathering.announcement-attached') groups.get(data.gathering)?.add(key);
      else groups.get(data.gathering)?.delete(key);
    }
    return [...groups.values()].map((keys) => [...keys]);
  }

  /** Every gathering that is announced today, as its page shows it: who announces it, and what it comes to. */
  pages(): Record<string, object> {
    const pages = [...this.#states].flatMap(([id, state]) => {
      if (state.status === 'unknown' || state.announcements.size === 0) return [];
      const { title, when, place, summary, cancelledBy } = state;
      const shown = { title: title.value, when: when?.value, place: place?.value, summary: summary?.value };
      return [[id, { ...shown, cancelled: cancelledBy !== undefined, by: [...state.announcements.keys()] }] as const];
    });
    return Object.fromEntries(pages.sort(([one], [other]) => (one < other ? -1 : 1)));
  }

  /** In which gathering an item is today, if in any. */
  whereIs({ source, item }: Shown): GatheringId | undefined {
    const entry = [...this.#states].find(
      ([, state]) => state.status === 'recognised' && state.announcements.has(`${source} ${item}`),
    );
    return entry?.[0];
  }

  /** What the log holds of gatherings, shortly: `recognised`, `announcement-attached`, … */
  story(): string[] {
    return this.log.flatMap(({ type }) => (type.startsWith('gathering.') ? [type.slice('gathering.'.length)] : []));
  }

  #fresh(): Recognition {
    return new Recognition({ aliases: domainAliases, hash: sha256, venues: this.#venues });
  }

  #record(type: 'source.item-published' | 'source.item-revised', item: Shown): void {
    const fields = fieldsOf(item);
    this.record({ type, data: { ...of(item), fields, hash: canonicalJson(fields) } });
  }
}
