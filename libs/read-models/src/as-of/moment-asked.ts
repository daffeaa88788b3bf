import { UnknownPosition, type EventStore } from '@relais/event-store';
import {
  addDays,
  instantOf,
  isLocalDate,
  localTime,
  type Instant,
  type LocalDate,
  type TimeZone,
} from '@relais/vocabulary';

/** A moment of the past: where the log stood, and what time it was. */
export type Moment = Readonly<{
  position: bigint;
  /** What the clock of a page says. */
  now: Instant;
  /** Where a whole day was asked for. */
  day?: LocalDate;
}>;

/** Why what was asked for is no moment of the past; with `head`, where the log ends. */
export type NoMoment = Readonly<{
  problem: 'unreadable' | 'to-come' | 'beyond-the-log' | 'before-the-log';
  head: bigint;
}>;

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?Z$/;
const place = /^position:(\d{1,18})$/;

/** The last millisecond of a day somewhere. */
const endOf = (day: LocalDate, zone: TimeZone): Instant =>
  new Date(Date.parse(instantOf(`${addDays(day, 1)}T00:00`, zone)) - 1).toISOString();

/** When the event at a position was recorded; undefined where none stands there: positions may have gaps. */
const recordedAt = async (store: EventStore, position: bigint): Promise<Instant | undefined> => {
  try {
    for await (const [first] of store.readAll(position - 1n))
      return first?.position === position ? first.recordedAt : undefined;
  } catch (error) {
    if (!(error instanceof UnknownPosition)) throw error;
  }
  return undefined;
};

/**
 * What `2017-03-21` (the end of that day in the zone), `2017-03-21T10:00:00Z` or `position:1234` names. A day that is not over
 * ends now.
 */
export const momentAsked = async (
  text: string,
  { store, zone, now }: { store: EventStore; zone: TimeZone; now: Instant },
): Promise<Moment | NoMoment> => {
  const head = await store.head();
  const no = (problem: NoMoment['problem']): NoMoment => ({ problem, head });
  const asked = place.exec(text)?.[1];
  if (asked !== undefined) {
    const position = BigInt(asked);
    if (position < 1n) return no('before-the-log');
    if (position > head) return no('beyond-the-log');
    const at = await recordedAt(store, position);
    return at === undefined ? no('unreadable') : { position, now: new Date(at).toISOString() };
  }
  if (isLocalDate(text)) {
    if (text > localTime(now, zone).date) return no('to-come');
    const end = endOf(text, zone);
    const until = end < new Date(now).toISOString() ? end : new Date(now).toISOString();
    return { position: await store.positionAt(until), now: until, day: text };
  }
  const time = instant.test(text) ? Date.parse(text) : NaN;
  if (Number.isNaN(time)) return no('unreadable');
  if (time > Date.parse(now)) return no('to-come');
  const until = new Date(time).toISOString();
  return { position: await store.positionAt(until), now: until };
};
