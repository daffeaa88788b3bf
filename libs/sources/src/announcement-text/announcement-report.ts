import type { ItemFields } from '@relais/source';
import {
  addDays,
  instantOf,
  localTime,
  type LocalDate,
  type Place,
  type TimeZone,
  type When,
} from '@relais/vocabulary';
import { reportOf } from '../report.js';
import type { Report } from '../source-format.js';
import { htmlOfText } from '../text-as-html.js';

/** What somebody announces. Local times, as `HH:MM`; without a first one it takes whole days, without a date it is not known when. */
export type Announced = Readonly<{
  title: string;
  date?: LocalDate | undefined;
  until?: LocalDate | undefined;
  starts?: string | undefined;
  ends?: string | undefined;
  place?: Place | undefined;
  link?: string | undefined;
  /** Plain text. */
  description: string;
  /** Other names of the same gathering, such as the UID of a calendar. */
  aliases?: readonly string[] | undefined;
  cancelled?: boolean | undefined;
}>;

/** Whether the clocks skip this time of this day. */
export const isSkipped = (date: LocalDate, time: string, zone: TimeZone): boolean =>
  localTime(instantOf(`${date}T${time}`, zone), zone).time !== time;

/** When it is. An end before the beginning is of the next day, unless its day is said. */
export const announcedWhen = (
  { date, until, starts, ends }: Pick<Announced, 'date' | 'until' | 'starts' | 'ends'>,
  zone: TimeZone,
): When | undefined => {
  if (date === undefined) return undefined;
  if (starts === undefined)
    return { kind: 'all-day', from: date, until: until !== undefined && until > date ? until : date };
  const lastDay = until ?? (ends !== undefined && ends <= starts ? addDays(date, 1) : date);
  const from = instantOf(`${date}T${starts}`, zone);
  const end = ends === undefined ? undefined : instantOf(`${lastDay}T${ends}`, zone);
  return { kind: 'timed', starts: from, ...(end !== undefined && end > from && { ends: end }), zone };
};

/**
 * An announcement as a report, under the key it is given: a gathering, or a news item where no date is known, which makes nobody
 * believe in a day. `assumed`: nobody looked at the zone it is read in.
 */
export const announcementReport = (
  item: string,
  announced: Announced,
  { zone, base, assumed = false }: Readonly<{ zone: TimeZone; base: string; assumed?: boolean }>,
): Report => {
  const { title, place, link, description, aliases = [], cancelled = false } = announced;
  const when = announcedWhen(announced, zone);
  const status: Pick<ItemFields, 'status'> = cancelled ? { status: 'cancelled' } : {};
  return reportOf({
    kind: when === undefined ? 'news' : 'gathering',
    item,
    title,
    html: htmlOfText(description),
    link,
    base,
    ...(when && { when: assumed && when.kind === 'timed' ? { ...when, zoneAssumed: true as const } : when }),
    ...(place && Object.keys(place).length > 0 && { place }),
    ...(aliases.length > 0 && { aliases }),
    ...status,
  });
};
