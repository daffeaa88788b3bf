import { instantOf, isTimeZone, type TimeZone, type When } from '@relais/vocabulary';
import { dateOf, statedDate, type StatedDate } from './dates.js';

const day = /^\d{4}-\d{2}-\d{2}$/;
/** Of a month or a year it is not known when it is. */
const coarse = /^\d{4}(-?\d{2})?$/;
/** What a document says of a time: days, local times (with or without their zone), or instants. */
export type StatedTime = Readonly<{
  starts?: string | undefined;
  ends?: string | undefined;
  allDay?: boolean;
  zone?: string | undefined;
}>;

/** A stated time as {@link When}. A local time without a zone is read in the source's, and marked as assumed. Undefined for what is no time. */
export const whenOf = ({ starts, ends, allDay, zone }: StatedTime, sourceZone: TimeZone): When | undefined => {
  if (starts === undefined) return undefined;
  const date = statedDate(starts);
  if (allDay || isDayAlone(starts, date)) {
    const from = dayOf(starts);
    const until = ends === undefined ? from : dayOf(ends);
    return isDay(from) && isDay(until) ? { kind: 'all-day', from, until: until < from ? from : until } : undefined;
  }
  const known = zone !== undefined && isTimeZone(zone);
  const inZone = known ? zone : sourceZone;
  const from = instantIn(starts, date, inZone);
  const until = ends === undefined ? undefined : instantIn(ends, statedDate(ends), inZone);
  if (from === undefined) return undefined;
  return {
    kind: 'timed',
    starts: from,
    ...(until !== undefined && until > from && { ends: until }),
    zone: inZone,
    ...(isLocal(date) && !known && { zoneAssumed: true as const }),
  };
};

const isDayAlone = (text: string, date: StatedDate | undefined): boolean =>
  day.test(text) || (date !== undefined && !date.timed && !coarse.test(text));

/** A clock time without a zone: read as UTC it would be a silent guess. */
const isLocal = (date: StatedDate | undefined): boolean => date !== undefined && date.timed && !date.zoned;

const dayOf = (text: string): string => {
  const date = text.slice(0, 10);
  return day.test(date) ? date : (dateOf(text)?.slice(0, 10) ?? '');
};

const isDay = (text: string): boolean => day.test(text) && dateOf(text) !== undefined;

const instantIn = (text: string, date: StatedDate | undefined, zone: TimeZone): string | undefined => {
  if (date === undefined || coarse.test(text)) return undefined;
  // Read as UTC first: so a time that does not exist is none, and 24:00 is the next day's 00:00.
  return isLocal(date) ? instantOf(date.instant.slice(0, 19), zone) : date.instant;
};
