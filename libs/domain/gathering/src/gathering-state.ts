import { canonicalJson, type Place, type When } from '@relais/vocabulary';
import type { Basis, GatheringEvent, Statement } from './events.js';

/** A value and the announcement that gave it. */
export type Said<Value> = Readonly<{ value: Value; basis: string }>;
/** What follows one announcement at a time. */
export type Voiced = 'title' | 'when' | 'place' | 'summary';

/** An announcement that is here; a guest is here by a ruling alone. */
export type Speaking = Readonly<{ basis: Basis; says: Statement; isGuest: boolean }>;

export type Recognised = Readonly<{
  status: 'recognised';
  /** What each says, the oldest first. */
  announcements: ReadonlyMap<string, Speaking>;
  /** The order of announcements; those that a moderator took elsewhere keep their place. */
  seats: readonly string[];
  /** Which fields one that is elsewhere gave: they are its own again once it is back. */
  lent: Readonly<Partial<Record<Voiced, string>>>;
  title: Said<string>;
  when?: Said<When>;
  place?: Said<Place>;
  summary?: Said<string>;
  /** The announcement that says it does not take place. */
  cancelledBy?: string;
  /** How it was before rulings brought guests or took announcements away, for as long as they do. */
  undisturbed?: Recognised;
}>;
export type Gathering = { status: 'unknown' } | Recognised;

export const keyOf = ({ source, item }: Basis): string => `${source} ${item}`;

const voiced: readonly Voiced[] = ['title', 'when', 'place', 'summary'];

const attached = (known: Recognised, announcement: Basis, says: Statement, isGuest: boolean): Recognised => {
  const key = keyOf(announcement);
  const seats = known.seats.includes(key) ? known.seats : [...known.seats, key];
  const speaking = new Map(known.announcements).set(key, { basis: announcement, says, isGuest });
  const announcements = new Map(seats.flatMap((seat) => entryOf(speaking, seat)));
  const back = voiced.filter((field) => known.lent[field] === key);
  const given = Object.fromEntries(back.flatMap((field) => regained(known, field, key)));
  const lent = Object.fromEntries(Object.entries(known.lent).filter(([, by]) => by !== key));
  const undisturbed = known.undisturbed ?? (isGuest && !known.announcements.has(key) ? known : undefined);
  return overAgain({ ...known, ...given, announcements, seats, lent, ...(undisturbed && { undisturbed }) });
};

/** Once guests are gone and all others back, saying what they said, nothing has happened; where they say otherwise, it goes on as it is. */
const overAgain = (state: Recognised): Recognised => {
  const { undisturbed, ...rest } = state;
  if (undisturbed === undefined) return state;
  const here = [...state.announcements];
  if (here.some(([, { isGuest }]) => isGuest)) return state;
  if ([...undisturbed.announcements.keys()].some((key) => !state.announcements.has(key))) return state;
  const says = (announcements: Recognised['announcements']) =>
    canonicalJson([...announcements].map(([key, speaking]) => [key, speaking.says]));
  return says(state.announcements) === says(undisturbed.announcements) ? undisturbed : rest;
};

const regained = (known: Recognised, field: Voiced, basis: string): [Voiced, Said<unknown>][] => {
  const said = known[field];
  return said ? [[field, { ...said, basis }]] : [];
};

const entryOf = <Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): [Key, Value][] => {
  const value = map.get(key);
  return value === undefined ? [] : [[key, value]];
};

type Detached = Extract<GatheringEvent, { type: 'gathering.announcement-detached' }>['data'];

const detached = (known: Recognised, { announcement, reason }: Detached): Recognised => {
  const gone = keyOf(announcement);
  const announcements = new Map([...known.announcements].filter(([key]) => key !== gone));
  if (reason === 'withdrawn') return { ...known, announcements, seats: known.seats.filter((seat) => seat !== gone) };
  const lent = Object.fromEntries(voiced.flatMap((field) => (known[field]?.basis === gone ? [[field, gone]] : [])));
  const undisturbed = known.undisturbed ?? known;
  return overAgain({ ...known, announcements, lent: { ...lent, ...known.lent }, undisturbed });
};

export const evolve = (state: Gathering, event: GatheringEvent): Gathering => {
  if (event.type === 'gathering.recognised') {
    const { title, when, place, summary } = event.data;
    const basis = keyOf(event.data.basis);
    return {
      status: 'recognised',
      announcements: new Map(),
      seats: [],
      lent: {},
      title: { value: title, basis },
      ...(when && { when: { value: when, basis } }),
      ...(place && { place: { value: place, basis } }),
      ...(summary && { summary: { value: summary, basis } }),
    };
  }
  const known = asRecognised(state);
  switch (event.type) {
    case 'gathering.announcement-attached':
      return attached(known, event.data.announcement, event.data.says, event.data.home !== undefined);
    case 'gathering.announcement-revised': {
      const { announcement, says } = event.data;
      return attached(known, announcement, says, known.announcements.get(keyOf(announcement))?.isGuest ?? false);
    }
    case 'gathering.announcement-detached':
      return detached(known, event.data);
    case 'gathering.unsaid': {
      const { fields } = event.data;
      const rest = Object.entries(known).filter(([name]) => !fields.some((field) => field === name));
      return Object.fromEntries(rest) as Recognised;
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

export const asRecognised = (state: Gathering): Recognised => {
  if (state.status === 'unknown') throw new Error('gathering: something happened to it before it was recognised');
  return state;
};
