import { accept, refuse, type Decider, type Decision } from '@relais/event-sourcing';
import { canonicalJson, type AssemblyId, type GatheringId, type Place, type When } from '@relais/vocabulary';
import type { Basis, GatheringEvent, MatchReason, Statement } from './events.js';

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
    }
  | { type: 'withdraw'; gathering: GatheringId; announcement: Basis };

export type GatheringRefusal = { type: 'not-recognised'; gathering: GatheringId };

/** A value and the announcement that gave it. */
type Said<Value> = Readonly<{ value: Value; basis: string }>;

type Recognised = Readonly<{
  status: 'recognised';
  /** What each says, as canonical JSON. */
  announcements: ReadonlyMap<string, string>;
  title: Said<string>;
  when?: Said<When>;
  place?: Said<Place>;
  summary?: Said<string>;
  /** The announcement that says it does not take place. */
  cancelledBy?: string;
}>;
type Gathering = { status: 'unknown' } | Recognised;
type Announce = Extract<GatheringCommand, { type: 'announce' }>;

const keyOf = ({ source, item }: Basis): string => `${source} ${item}`;

/** A field follows the announcement that first gave it; what is missing is filled by whoever says it first. */
const follows = <Value>(said: Said<Value> | undefined, value: Value | undefined, by: string): value is Value =>
  value !== undefined &&
  (said === undefined || (said.basis === by && canonicalJson(said.value) !== canonicalJson(value)));

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

const attach = ({ gathering, assembly, announcement, score, reasons }: Announce): GatheringEvent => {
  const { basis } = announcement;
  return {
    type: 'gathering.announcement-attached',
    data: { gathering, assembly, announcement: basis, says: statement(announcement), score, reasons, by: 'rule' },
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
  if (known === canonicalJson(says)) return [];
  return [{ type: 'gathering.announcement-revised', data: { gathering, announcement: announcement.basis, says } }];
};

const changes = ({ gathering, announcement }: Announce, state: Recognised): GatheringEvent[] => {
  const { basis, title, when, place, summary, cancelled } = announcement;
  const by = keyOf(basis);
  const events: GatheringEvent[] = [];
  if (follows(state.title, title, by)) events.push({ type: 'gathering.retitled', data: { gathering, title, basis } });
  if (follows(state.when, when, by)) events.push({ type: 'gathering.rescheduled', data: { gathering, when, basis } });
  if (follows(state.place, place, by)) events.push({ type: 'gathering.relocated', data: { gathering, place, basis } });
  if (follows(state.summary, summary, by))
    events.push({ type: 'gathering.described', data: { gathering, summary, basis } });
  if (cancelled && state.cancelledBy === undefined)
    events.push({ type: 'gathering.cancelled', data: { gathering, basis } });
  if (!cancelled && state.cancelledBy === by) events.push({ type: 'gathering.confirmed', data: { gathering, basis } });
  return events;
};

const announce = (command: Announce, state: Gathering): Decision<GatheringEvent, GatheringRefusal> => {
  if (state.status === 'unknown') {
    const recognised = recognise(command);
    return accept(recognised, attach(command), ...changes(command, asRecognised(evolve(state, recognised))));
  }
  return accept(...said(command, state), ...changes(command, state));
};

const decide = (command: GatheringCommand, state: Gathering): Decision<GatheringEvent, GatheringRefusal> => {
  switch (command.type) {
    case 'announce':
      return announce(command, state);
    case 'withdraw': {
      const { gathering, announcement } = command;
      if (state.status === 'unknown') return refuse({ type: 'not-recognised', gathering });
      if (!state.announcements.has(keyOf(announcement))) return accept();
      return accept({
        type: 'gathering.announcement-detached',
        data: { gathering, announcement, reason: 'withdrawn' },
      });
    }
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
      return { ...known, announcements: new Map(known.announcements).set(keyOf(announcement), canonicalJson(says)) };
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
