import { accept, type Decider } from '@relais/event-sourcing';
import { canonicalJson, type AssemblyId, type LocalDate, type RhythmId } from '@relais/vocabulary';
import type { Plan, RhythmEvent } from './events.js';

/** A rhythm as the assembly means it today. */
export type MeantRhythm = Readonly<{
  rhythm: RhythmId;
  plan: Plan;
  skip: readonly Readonly<{ date: LocalDate; note?: string }>[];
}>;

/** These are all rhythms of the assembly today. */
export type RhythmCommand = { type: 'list'; assembly: AssemblyId; rhythms: readonly MeantRhythm[] };

type Known = Readonly<{ plan: Plan; skipped: ReadonlySet<LocalDate> }>;
type Rhythms = ReadonlyMap<RhythmId, Known>;

const same = (one: Plan, other: Plan): boolean => canonicalJson(one) === canonicalJson(other);

const set = (assembly: AssemblyId, { rhythm, plan, skip }: MeantRhythm, known: Known | undefined): RhythmEvent[] => {
  const of = { rhythm, assembly };
  const skipped = new Map(skip.map((one) => [one.date, one]));
  const isNew = known === undefined || !same(known.plan, plan);
  return [
    ...(isNew ? [{ type: 'rhythm.set' as const, data: { ...of, plan } }] : []),
    ...[...skipped.values()]
      .filter(({ date }) => !known?.skipped.has(date))
      .map((one) => ({ type: 'rhythm.occurrence-skipped' as const, data: { ...of, ...one } })),
    ...[...(known?.skipped ?? [])]
      .filter((date) => !skipped.has(date))
      .map((date) => ({ type: 'rhythm.occurrence-restored' as const, data: { ...of, date } })),
  ];
};

const evolve = (state: Rhythms, event: RhythmEvent): Rhythms => {
  const { rhythm } = event.data;
  const known = state.get(rhythm);
  switch (event.type) {
    case 'rhythm.set':
      return new Map(state).set(rhythm, { plan: event.data.plan, skipped: known?.skipped ?? new Set() });
    case 'rhythm.occurrence-skipped':
      return known
        ? new Map(state).set(rhythm, { ...known, skipped: new Set(known.skipped).add(event.data.date) })
        : state;
    case 'rhythm.occurrence-restored': {
      const skipped = new Set(known?.skipped);
      skipped.delete(event.data.date);
      return known ? new Map(state).set(rhythm, { ...known, skipped }) : state;
    }
    case 'rhythm.ended':
      return new Map([...state].filter(([id]) => id !== rhythm));
  }
};

/** All rhythms of one assembly. What did not change records nothing; what is listed no more has ended. */
export const rhythms: Decider<Rhythms, RhythmCommand, RhythmEvent> = {
  initial: new Map(),
  decide: ({ assembly, rhythms: meant }, state) => {
    const listed = new Set(meant.map(({ rhythm }) => rhythm));
    const ended = [...state.keys()]
      .filter((rhythm) => !listed.has(rhythm))
      .map((rhythm): RhythmEvent => ({ type: 'rhythm.ended', data: { rhythm, assembly } }));
    return accept(...meant.flatMap((one) => set(assembly, one, state.get(one.rhythm))), ...ended);
  },
  evolve,
};
