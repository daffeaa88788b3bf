import { accept, refuse, type Decider, type Decision } from '@relais/event-sourcing';
import { canonicalJson, type AssemblyId, type SourceId } from '@relais/vocabulary';
import type { AddedBy, AssemblyEvent, AssemblyProfile, SourceDescription } from './events.js';
import { addressKey, publicAddress, secretIn } from './public-address.js';

type To<Type extends string, Data> = Readonly<{ type: Type; assembly: AssemblyId } & Data>;

export type AssemblyCommand =
  /** The assembly is like this today: founds it, or describes what changed. */
  | To<'describe', { profile: AssemblyProfile }>
  /** These are all that its configuration names today; what was added while Relais ran stays. */
  | To<'list-sources', { sources: readonly SourceDescription[] }>
  /** One more, added while Relais runs. */
  | To<'add-source', { source: SourceDescription; by: AddedBy; every?: number }>
  /** One of those that were added while Relais ran. */
  | To<'remove-source', { source: SourceId; by: AddedBy }>;

export type AssemblyRefusal =
  | { type: 'not-founded'; assembly: AssemblyId }
  /** Another source has this id, or had it. */
  | { type: 'id-taken'; source: SourceId }
  | { type: 'no-web-address'; url: string }
  /** The address, or the one of its site, holds `what`. */
  | { type: 'address-holds-secret'; what: string }
  /** This source of the assembly has that address. */
  | { type: 'read-already'; source: SourceId; url: string }
  | { type: 'no-such-source'; source: SourceId }
  /** Only whoever writes the configuration removes what it names. */
  | { type: 'configured'; source: SourceId };

type Known = Readonly<{ description: SourceDescription; configured: boolean }>;

type Assembly =
  | { status: 'unknown' }
  | {
      status: 'founded';
      profile: AssemblyProfile;
      /** Belongs to one fold, which fills it in place, as does `former`: there may be many thousands. */
      sources: Map<SourceId, Known>;
      /** Where the sources that it had were read. */
      former: Map<SourceId, string | undefined>;
    };
type Founded = Extract<Assembly, { status: 'founded' }>;
type Decided = Decision<AssemblyEvent, AssemblyRefusal>;
type Command<Type extends AssemblyCommand['type']> = Extract<AssemblyCommand, { type: Type }>;

const same = (one: unknown, other: unknown): boolean => canonicalJson(one) === canonicalJson(other);

const describe = ({ assembly, profile }: Command<'describe'>, state: Assembly): Decided => {
  if (state.status === 'unknown') return accept({ type: 'assembly.founded', data: { assembly, profile } });
  if (same(state.profile, profile)) return accept();
  return accept({ type: 'assembly.described', data: { assembly, profile } });
};

/** What the configuration names is the configuration's, also where somebody had added it before. */
const listSources = ({ assembly, sources }: Command<'list-sources'>, state: Founded): Decided => {
  const listed = new Set(sources.map(({ source }) => source));
  const removed = [...state.sources]
    .filter(([source, { configured }]) => configured && !listed.has(source))
    .map(([source]): AssemblyEvent => ({ type: 'assembly.source-removed', data: { assembly, source } }));
  const added = sources
    .filter((source) => !same(state.sources.get(source.source), { description: source, configured: true }))
    .map((source): AssemblyEvent => ({ type: 'assembly.source-added', data: { assembly, source } }));
  return accept(...removed, ...added);
};

const addSource = ({ assembly, source, by, every }: Command<'add-source'>, state: Founded): Decided => {
  const { source: id, url: written = '', site } = source;
  const url = publicAddress(written);
  if (url === undefined) return refuse({ type: 'no-web-address', url: written });
  const page = site === undefined ? undefined : URL.parse(site);
  const secret = secretIn(url) ?? (page ? secretIn(page) : undefined);
  if (secret !== undefined) return refuse({ type: 'address-holds-secret', what: secret });
  const key = addressKey(url.href);
  // Looked for in each of many thousands, so that most are told apart without being taken to pieces.
  const host = url.hostname.replace(/^www\./, '');
  const isThere = ({ description: { url: known } }: Known): boolean =>
    known !== undefined && (known.toLowerCase().includes(host) || /[^ -~]|%/.test(known)) && addressKey(known) === key;
  const reading = [...state.sources.values()].find(isThere)?.description.source;
  if (reading !== undefined) return refuse({ type: 'read-already', source: reading, url: url.href });
  // Its history goes on under this id, and is not another's.
  const before = state.former.get(id);
  if (state.sources.has(id) || (state.former.has(id) && before !== key))
    return refuse({ type: 'id-taken', source: id });
  const data = { assembly, source: { ...source, url: url.href }, by, ...(every !== undefined && { every }) };
  return accept({ type: 'assembly.source-added', data });
};

const removeSource = ({ assembly, source, by }: Command<'remove-source'>, state: Founded): Decided => {
  const known = state.sources.get(source);
  if (known === undefined) return refuse({ type: 'no-such-source', source });
  if (known.configured) return refuse({ type: 'configured', source });
  return accept({ type: 'assembly.source-removed', data: { assembly, source, by } });
};

const decide = (command: AssemblyCommand, state: Assembly): Decided => {
  if (command.type === 'describe') return describe(command, state);
  if (state.status === 'unknown') return refuse({ type: 'not-founded', assembly: command.assembly });
  switch (command.type) {
    case 'list-sources':
      return listSources(command, state);
    case 'add-source':
      return addSource(command, state);
    case 'remove-source':
      return removeSource(command, state);
  }
};

const evolve = (state: Assembly, event: AssemblyEvent): Assembly => {
  switch (event.type) {
    case 'assembly.founded':
    case 'assembly.described': {
      const { profile } = event.data;
      return state.status === 'founded'
        ? { ...state, profile }
        : { status: 'founded', profile, sources: new Map(), former: new Map() };
    }
    case 'assembly.source-added': {
      const { source, by } = event.data;
      const here = founded(state);
      here.sources.set(source.source, { description: source, configured: by === undefined });
      here.former.delete(source.source);
      return here;
    }
    case 'assembly.source-removed': {
      const { source } = event.data;
      const here = founded(state);
      const url = here.sources.get(source)?.description.url;
      here.sources.delete(source);
      here.former.set(source, url && addressKey(url));
      return here;
    }
  }
};

const founded = (state: Assembly): Founded => {
  if (state.status === 'unknown') throw new Error('assembly: a source was added before the assembly was founded');
  return state;
};

/** A state is the fold's that made it: an earlier state of the same fold is not to be used again. */
export const assembly: Decider<Assembly, AssemblyCommand, AssemblyEvent, AssemblyRefusal> = {
  initial: { status: 'unknown' },
  decide,
  evolve,
};
