import { accept, refuse, type Decider, type Decision } from '@relais/event-sourcing';
import { canonicalJson, type AssemblyId, type GatheringId } from '@relais/vocabulary';
import type { Basis, ExpectedOn, GatheringEvent, MatchReason, Statement } from './events.js';
import { asRecognised, evolve, keyOf, type Gathering, type Recognised, type Speaking } from './gathering-state.js';
import { asBefore } from './undisturbed.js';

export type { Gathering } from './gathering-state.js';

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
      /** Where the rules alone would have it, when a moderator's ruling brings it here; used the first time only. */
      home?: GatheringId;
      /** The expected day that it speaks of, if it is one; used the first time only. */
      occurrence?: ExpectedOn;
    }
  | { type: 'withdraw'; gathering: GatheringId; announcement: Basis }
  /** A moderator's ruling, or the end of one, takes it to another gathering. */
  | { type: 'release'; gathering: GatheringId; announcement: Basis; summary?: string; to: GatheringId };

export type GatheringRefusal = { type: 'not-recognised'; gathering: GatheringId };

type Announce = Extract<GatheringCommand, { type: 'announce' }>;

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

const attach = ({ gathering, assembly, announcement, score, reasons, home, occurrence }: Announce): GatheringEvent => {
  const { basis } = announcement;
  return {
    type: 'gathering.announcement-attached',
    data: {
      ...{ gathering, assembly, announcement: basis, says: statement(announcement), score, reasons },
      by: home === undefined ? 'rule' : 'moderator',
      ...(home && { home }),
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
const voice = ({ announcements, ...state }: Recognised, field: 'title' | 'when' | 'place'): Speaking | undefined => {
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
  if (now === before.undisturbed)
    return accept(
      ...heard,
      ...asBefore(command.gathering, before, now, command.announcement.basis),
      ...described(command, now),
    );
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

/**
 * What it alone says goes with it: others are asked, then nobody says it. A guest takes along as well what it said once.
 * The last one leaves all as it was last known.
 */
const release = (
  { gathering, announcement, summary, to }: Extract<GatheringCommand, { type: 'release' }>,
  state: Gathering,
): Decision<GatheringEvent, GatheringRefusal> => {
  if (state.status === 'unknown') return refuse({ type: 'not-recognised', gathering });
  const key = keyOf(announcement);
  const leaving = state.announcements.get(key);
  if (leaving === undefined) return accept();
  const detached: GatheringEvent = {
    type: 'gathering.announcement-detached',
    data: { gathering, announcement, reason: 'moderator', to },
  };
  const left = asRecognised(evolve(state, detached));
  if (left === state.undisturbed) return accept(detached, ...asBefore(gathering, state, left, announcement));
  const [oldest] = left.announcements.values();
  if (oldest === undefined) return accept(detached);
  const says = { ...leaving.says, summary };
  const fields = (['when', 'place', 'summary'] as const).filter(
    (field) =>
      left[field]?.basis === key &&
      (leaving.isGuest || says[field] !== undefined) &&
      (field === 'summary' || voice(left, field) === undefined),
  );
  const isOn = left.cancelledBy === key && ![...left.announcements.values()].some(({ says }) => says.cancelled);
  return accept(
    detached,
    ...(fields.length > 0
      ? [{ type: 'gathering.unsaid' as const, data: { gathering, fields, basis: announcement } }]
      : []),
    ...settled(gathering, left),
    ...(isOn ? [{ type: 'gathering.confirmed' as const, data: { gathering, basis: oldest.basis } }] : []),
  );
};

const decide = (command: GatheringCommand, state: Gathering): Decision<GatheringEvent, GatheringRefusal> => {
  switch (command.type) {
    case 'announce':
      return announce(command, state);
    case 'withdraw':
      return withdraw(command, state);
    case 'release':
      return release(command, state);
  }
};

/** One gathering, however many announcements speak of it. */
export const gathering: Decider<Gathering, GatheringCommand, GatheringEvent, GatheringRefusal> = {
  initial: { status: 'unknown' },
  decide,
  evolve,
};
