import { Inject, Injectable } from '@nestjs/common';
import {
  assembly as decider,
  type AddedBy,
  type AssemblyCommand,
  type AssemblyRefusal,
  type SourceDescription,
} from '@relais/assembly';
import { EventStore, handle } from '@relais/event-store';
import type { AssemblyId, SourceId } from '@relais/vocabulary';
import { Deployment } from '../wiring/deployment.js';
import { OneAtATime } from '../wiring/one-at-a-time.js';
import { FirstReading, type FirstOutcome } from './first-reading.js';
import { proposedId } from './proposals.js';
import { SourceRoster } from './source-roster.js';

/** A source that somebody wants to have read. What is left out is made of its address. */
export type Wanted = Readonly<{
  assembly: AssemblyId;
  /** The address that is read: usually a suggestion's. */
  url: string;
  id?: string;
  title?: string;
  platform?: string;
  /** Where a person can look at it. */
  site?: string;
  /** Minutes between readings, 15 to 10080; 60 without. */
  every?: number;
  by: AddedBy;
}>;

/** The rules say no; `unfit` for what is not as such things are, which `expected` says. */
export type AddingRefusal = AssemblyRefusal | Readonly<{ type: 'unfit'; expected: string }>;

export type Added =
  Readonly<{ added: SourceDescription; first: FirstOutcome | 'later' }> | Readonly<{ refused: AddingRefusal }>;

export type Removed = Readonly<{ removed: SourceId }> | Readonly<{ refused: AddingRefusal }>;

const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const longestName = 80;

/** What is wrong with a wish, before the rules of assemblies are asked. */
const unfit = ({ id, title, platform, every, site }: Wanted): string | undefined => {
  const isName = (text: string): boolean => slug.test(text) && text.length <= longestName;
  if (id !== undefined && !isName(id)) return 'an id of small letters, digits and single hyphens';
  if (platform !== undefined && !isName(platform)) return 'a platform of small letters, digits and single hyphens';
  if (title !== undefined && (title.trim() === '' || title.length > 200)) return 'a title of 1 to 200 characters';
  if (every !== undefined && !(Number.isInteger(every) && every >= 15 && every <= 10_080))
    return 'whole minutes from 15 to 10080 between readings';
  const page = site === undefined ? undefined : URL.parse(site);
  if (page === null || (page && !['http:', 'https:'].includes(page.protocol)))
    return 'an http or https address of its site';
  return undefined;
};

/** Adds sources while Relais runs, and removes those again. Works in any process: what it records, the collector learns of. */
@Injectable()
export class Adding {
  readonly #turns = new OneAtATime();

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(Deployment) private readonly deployment: Deployment,
    @Inject(SourceRoster) private readonly roster: SourceRoster,
    @Inject(FirstReading) private readonly reading: FirstReading,
  ) {}

  /** Records it and has it read at once. Throws NotConfigured for an assembly that there is not. */
  async add(wanted: Wanted): Promise<Added> {
    const recorded = await this.#turns.take(() => this.#record(wanted));
    return 'refused' in recorded ? recorded : { ...recorded, first: await this.reading.read(recorded.added.source) };
  }

  /** Its history stays; it is read no more. Throws NotConfigured for one that is not read here. */
  async remove({ source, by }: Readonly<{ source: SourceId; by: AddedBy }>): Promise<Removed> {
    await this.roster.refresh();
    const { assembly } = this.roster.source(source);
    const refused = await this.#decide({ type: 'remove-source', assembly, source, by });
    await this.roster.refresh();
    return refused ? { refused } : { removed: source };
  }

  async #record(wanted: Wanted): Promise<{ added: SourceDescription } | { refused: AddingRefusal }> {
    const { assembly, url, platform = 'web', title, site, every, by } = wanted;
    this.deployment.assembly(assembly);
    const expected = unfit(wanted);
    if (expected !== undefined) return { refused: { type: 'unfit', expected } };
    if (!URL.canParse(url)) return { refused: { type: 'no-web-address', url } };
    await this.roster.refresh();
    const isTaken = (id: SourceId): boolean => this.roster.holderOf(id) !== undefined;
    const source = (wanted.id as SourceId | undefined) ?? proposedId({ assembly, platform, url }, isTaken);
    // Of its own ids an assembly knows itself; the history of a source is no other assembly's.
    const holder = this.roster.holderOf(source);
    if (holder !== undefined && holder !== assembly) return { refused: { type: 'id-taken', source } };
    const name = title?.trim() ?? new URL(url).hostname;
    const description = { source, title: name, url, ...(site !== undefined && { site }), platform };
    const more = every === undefined ? {} : { every };
    const refused = await this.#decide({ type: 'add-source', assembly, source: description, by, ...more });
    await this.roster.refresh();
    return refused ? { refused } : { added: this.roster.source(source).description };
  }

  /** An assembly that is configured and was not founded yet, since nobody collected, is founded first. */
  async #decide(command: AssemblyCommand): Promise<AssemblyRefusal | undefined> {
    const { assembly } = command;
    const stream = `assembly-${assembly}`;
    const decision = await handle(this.store, stream, decider, command);
    if (!('refused' in decision)) return undefined;
    if (decision.refused.type !== 'not-founded') return decision.refused;
    const { profile } = this.deployment.assembly(assembly);
    await handle(this.store, stream, decider, { type: 'describe', assembly, profile });
    const second = await handle(this.store, stream, decider, command);
    return 'refused' in second ? second.refused : undefined;
  }
}
