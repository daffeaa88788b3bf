import { accept, refuse, type Decider, type Decision } from '@relais/event-sourcing';
import { canonicalJson, type AssemblyId, type SourceId } from '@relais/vocabulary';
import type { AssemblyEvent, AssemblyProfile, SourceDescription } from './events.js';

export type AssemblyCommand =
  /** The assembly is like this today: founds it, or describes what changed. */
  | { type: 'describe'; assembly: AssemblyId; profile: AssemblyProfile }
  /** These are all of its sources today. */
  | { type: 'list-sources'; assembly: AssemblyId; sources: readonly SourceDescription[] };

export type AssemblyRefusal = { type: 'not-founded'; assembly: AssemblyId };

type Assembly =
  | { status: 'unknown' }
  | { status: 'founded'; profile: AssemblyProfile; sources: ReadonlyMap<SourceId, SourceDescription> };

const same = (one: unknown, other: unknown): boolean => canonicalJson(one) === canonicalJson(other);

const describe = (
  { assembly, profile }: Extract<AssemblyCommand, { type: 'describe' }>,
  state: Assembly,
): Decision<AssemblyEvent, AssemblyRefusal> => {
  if (state.status === 'unknown') return accept({ type: 'assembly.founded', data: { assembly, profile } });
  if (same(state.profile, profile)) return accept();
  return accept({ type: 'assembly.described', data: { assembly, profile } });
};

const listSources = (
  { assembly, sources }: Extract<AssemblyCommand, { type: 'list-sources' }>,
  state: Assembly,
): Decision<AssemblyEvent, AssemblyRefusal> => {
  if (state.status === 'unknown') return refuse({ type: 'not-founded', assembly });
  const listed = new Set(sources.map(({ source }) => source));
  const removed = [...state.sources.keys()]
    .filter((source) => !listed.has(source))
    .map((source): AssemblyEvent => ({ type: 'assembly.source-removed', data: { assembly, source } }));
  const added = sources
    .filter((source) => !same(state.sources.get(source.source), source))
    .map((source): AssemblyEvent => ({ type: 'assembly.source-added', data: { assembly, source } }));
  return accept(...removed, ...added);
};

const decide = (command: AssemblyCommand, state: Assembly): Decision<AssemblyEvent, AssemblyRefusal> => {
  switch (command.type) {
    case 'describe':
      return describe(command, state);
    case 'list-sources':
      return listSources(command, state);
  }
};

const evolve = (state: Assembly, event: AssemblyEvent): Assembly => {
  const sources = state.status === 'founded' ? state.sources : new Map<SourceId, SourceDescription>();
  switch (event.type) {
    case 'assembly.founded':
    case 'assembly.described':
      return { status: 'founded', profile: event.data.profile, sources };
    case 'assembly.source-added':
      return { ...founded(state), sources: new Map(sources).set(event.data.source.source, event.data.source) };
    case 'assembly.source-removed':
      return {
        ...founded(state),
        sources: new Map([...sources].filter(([source]) => source !== event.data.source)),
      };
  }
};

const founded = (state: Assembly): Extract<Assembly, { status: 'founded' }> => {
  if (state.status === 'unknown') throw new Error('assembly: a source was added before the assembly was founded');
  return state;
};

export const assembly: Decider<Assembly, AssemblyCommand, AssemblyEvent, AssemblyRefusal> = {
  initial: { status: 'unknown' },
  decide,
  evolve,
};
