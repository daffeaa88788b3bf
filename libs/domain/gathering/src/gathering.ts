import { accept, refuse, type Decider, type Decision } from '@relais/event-sourcing';
import { canonicalJson, type AssemblyId, type GatheringId, type Place, type When } from '@relais/vocabulary';
import type { Basis, ExpectedOn, GatheringEvent, MatchReason, Statement } from './events.js';

/** An item that speaks of a gathering, as its source shows it today. */
export type Announcement = Statement & Readonly<{ basis: Basis; summary?: string }>;

export type GatheringCommand =
  | {
      type: 'announce';
      gathering: GatheringId;
      assembly: AssemblyId;
      announcement: Announcement;
      /** Why it is taken for this gathering; used the first time only. */
      score: number;
      reasons: readonly MatchReason[];
      /** The expected day that it speaks of, if it is one; used the first time only. */
      occurrence?: ExpectedOn;
    }
  | { type: 'withdraw'; gathering: GatheringId; announcement: Basis };

export type GatheringRefusal = { type: 'not-recognised'; gathering: GatheringId };

/** A value and the announcement that gave it. */
type Said<Value> = Readonly<{ value: Value; basis: string }>;

type Recognised = Readonly<{
  status: 'recognised';
  /** What each says, the oldest first. */
  announcements: ReadonlyMap<string, Readonly<{ basis: Basis; says: Statement }>>;
  title: Said<string>;
  when?: Said<When>;
  place?: Said<Place>;
  summary?: Said<string>;
  /** The announcement that says it does not take place. */
  cancelledBy?: string;
}>;
export type Gathering = { status: 'unknown' } | Recognised;
type Announce = Extract<GatheringCommand, { type: 'announce' }>;

const keyOf = ({ source, item }: Basis): string => `${source} ${item}`;

const same = (one: unknown, other: unknown): boolean => canonicalJson(one) === canonicalJson(other);

const recognise = ({ gathering, assembly, announcement }: Announce): GatheringEvent => {
  const { basis, title, when, place, summary } = announcement;
  return {
    type: 'gathering.recognised',
    data: {
      gathering,
      assembly,
      title,
      ...(when && { when }),
      ...(place && { place }),
      ...(summary && { summary }),
      basis,
    },
  };
};

const attach = ({ gathering, assembly, announcement, score, reasons, occurrence }: Announce): GatheringEvent => {
  const { basis } = announcement;
  return {
    type: 'gathering.announcement-attached',
    data: {
      ...{ gathering, assembly, announcement: basis, says: statement(announcement), score, reasons, by: 'rule' },
      ...(occurrence && { occurrence }),
    },
  };
};

const statement = ({ title, link, when, place, published, cancelled }: Announcement): Statement => ({
  title,
  ...(link && { link }),
  ...(when && { when }),
  ...(place && { place }),
  ...(published && { published }),
  ...(cancelled && { cancelled }),
});

const said = (command: Announce, state: Recognised): GatheringEvent[] => {
  const { gathering, announcement } = command;
  const known = state.announcements.get(keyOf(announcement.basis));
  if (known === undefined) return [attach(command)];
  const says = statement(announcement);
  if (same(known.says, says)) return [];
  return [{ type: 'gathering.announcement-revised', data: { gathering, announcement: announcement.basis, says } }];
};

/**
 * Whom a field follows: the announcement that gave it, for as long as it is there and says it; then the oldest that does.
 * Undefined when none does: the gathering stays as it was last known.
 */
const voice = (
  { announcements, ...state }: Recognised,
  field: 'title' | 'when' | 'place',
): { basis: Basis; says: Statement } | undefined => {
  const first = announcements.get(state[field]?.basis ?? '');
  if (first?.says[field] !== undefined) return first;
  return [...announcements.values()].find(({ says }) => says[field] !== undefined);
};

/** What the gathering comes to be once its announcements say what they say now. */
const settled = (gathering: GatheringId, state: Recognised): GatheringEvent[] => {
  const events: GatheringEvent[] = [];
  const [named, timed, placed] = [voice(state, 'title'), voice(state, 'when'), voice(state, 'place')];
  if (named && named.says.title !== state.title.value)
    events.push({ type: 'gathering.retitled', data: { gathering, title: named.says.title, basis: named.basis } });
  if (timed?.says.when && !same(timed.says.when, state.when?.value))
    events.push({ type: 'gathering.rescheduled', data: { gathering, when: timed.says.when, basis: timed.basis } });
  if (placed?.says.place && !same(placed.says.place, state.place?.value))
    events.push({ type: 'gathering.relocated', data: { gathering, place: placed.says.place, basis: placed.basis } });
  return events;
};

/** A summary follows whoever gave it first; once that announcement is gone, whoever speaks next. */
const described = ({ gathering, announcement }: Announce, { summary: known, announcements }: Recognised) => {
  const { basis, summary } = announcement;
  if (summary === undefined || summary === known?.value) return [];
  if (known && known.basis !== keyOf(basis) && announcements.has(known.basis)) return [];
  return [{ type: 'gathering.described' as const, data: { gathering, summary, basis } }];
};

/** One announcement is enough to call it off; it is on again when the last that said so takes it back. A withdrawal takes nothing back. */
const calledOff = ({ gathering, announcement }: Announce, before: Recognised, now: Recognised): GatheringEvent[] => {
  const { basis, cancelled } = announcement;
  const by = keyOf(basis);
  if (cancelled)
    return before.cancelledBy === undefined ? [{ type: 'gathering.cancelled', data: { gathering, basis } }] : [];
  const tookBack = before.cancelledBy === by || before.announcements.get(by)?.says.cancelled === true;
  if (before.cancelledBy === undefined || !tookBack) return [];
  const others = [...now.announcements.values()].some(({ says }) => says.cancelled);
  return others ? [] : [{ type: 'gathering.confirmed', data: { gathering, basis } }];
};

const announce = (command: Announce, state: Gathering): Decision<GatheringEvent, GatheringRefusal> => {
  const recognised = state.status === 'unknown' ? [recognise(command)] : [];
  const before = asRecognised(recognised.reduce(evolve, state));
  const heard = said(command, before);
  const now = asRecognised(heard.reduce(evolve, before));
  return accept(
    ...recognised,
    ...heard,
    ...settled(command.gathering, now),
    ...described(command, now),
    ...calledOff(command, before, now),
  );
};

const withdraw = (
  { gathering, announcement }: Extract<GatheringCommand, { type: 'withdraw' }>,
  state: Gathering,
): Decision<GatheringEvent, GatheringRefusal> => {
  if (state.status === 'unknown') return refuse({ type: 'not-recognised', gathering });
  if (!state.announcements.has(keyOf(announcement))) return accept();
  const detached: GatheringEvent = {
    type: 'gathering.announcement-detached',
    data: { gathering, announcement, reason: 'withdrawn' },
  };
  return accept(detached, ...settled(gathering, asRecognised(evolve(state, detached))));
};

const decide = (command: GatheringCommand, state: Gathering): Decision<GatheringEvent, GatheringRefusal> => {
  switch (command.type) {
    case 'announce':
      return announce(command, state);
    case 'withdraw':
      return withdraw(command, state);
  }
};

const evolve = (state: Gathering, event: GatheringEvent): Gathering => {
  if (event.type === 'gathering.recognised') {
    const { title, when, place, summary } = event.data;
    const basis = keyOf(event.data.basis);
    return {
      status: 'recognised',
      announcements: new Map(),
      title: { value: title, basis },
      ...(when && { when: { value: when, basis } }),
      ...(place && { place: { value: place, basis } }),
      ...(summary && { summary: { value: summary, basis } }),
    };
  }
  const known = asRecognised(state);
  switch (event.type) {
    case 'gathering.announcement-attached':
    case 'gathering.announcement-revised': {
      const { announcement, says } = event.data;
      const announcements = new Map(known.announcements).set(keyOf(announcement), { basis: announcement, says });
      return { ...known, announcements };
    }
    case 'gathering.announcement-detached': {
      const detached = keyOf(event.data.announcement);
      return { ...known, announcements: new Map([...known.announcements].filter(([key]) => key !== detached)) };
    }
    case 'gathering.retitled':
      return { ...known, title: { value: event.data.title, basis: keyOf(event.data.basis) } };
    case 'gathering.rescheduled':
      return { ...known, when: { value: event.data.when, basis: keyOf(event.data.basis) } };
    case 'gathering.relocated':
      return { ...known, place: { value: event.data.place, basis: keyOf(event.data.basis) } };
    case 'gathering.described':
      return { ...known, summary: { value: event.data.summary, basis: keyOf(event.data.basis) } };
    case 'gathering.cancelled':
      return { ...known, cancelledBy: keyOf(event.data.basis) };
    case 'gathering.confirmed': {
      const { cancelledBy: _, ...confirmed } = known;
      return confirmed;
    }
  }
};

const asRecognised = (state: Gathering): Recognised => {
  if (state.status === 'unknown') throw new Error('gathering: something happened to it before it was recognised');
  return state;
};

/** One gathering, however many announcements speak of it. */
export const gathering: Decider<Gathering, GatheringCommand, GatheringEvent, GatheringRefusal> = {
  initial: { status: 'unknown' },
  decide,
  evolve,
};
