import { daysOf, type AssemblyId, type GatheringId, type Instant, type Place, type When } from '@relais/vocabulary';
import type { Projection, Rows } from '../projection.js';
import { isGivenUp } from '../withdrawn.js';

/** A gathering as lists, calendars and feeds show it. Its key is the gathering's id. */
export type AgendaRow = Readonly<{
  gathering: GatheringId;
  assembly: AssemblyId;
  title: string;
  when?: When;
  place?: Place;
  summary?: string;
  cancelled: boolean;
  /** All of its announcements were withdrawn before it took place: no list shows it until it is announced again. */
  withdrawn?: true;
  /** How many announcements speak of it. */
  announcements: number;
  /** The first link of an announcement. */
  link?: string;
  /** When its first announcement says it was published. */
  published?: Instant;
  /** Where in the log it was recognised, as a decimal, and when. */
  position: string;
  recognisedAt: Instant;
  /** When it last changed, for feeds. */
  changedAt: Instant;
  /** Rises with each change that calendars must take over: iCalendar's SEQUENCE. */
  sequence: number;
}>;

/** What calendars must take over. */
const change = (
  rows: Rows<AgendaRow>,
  { data: { gathering }, recordedAt }: { data: { gathering: GatheringId }; recordedAt: Instant },
  changed: Partial<AgendaRow>,
): void => {
  const row = rows.get(gathering);
  if (row) rows.put(gathering, { ...row, ...changed, changedAt: recordedAt, sequence: row.sequence + 1 });
};

const startsAt = ({ when }: AgendaRow): string | null => {
  if (when === undefined) return null;
  return when.kind === 'all-day' ? `${when.from}T00:00:00Z` : `${new Date(when.starts).toISOString().slice(0, 19)}Z`;
};

export const agenda: Projection<AgendaRow, 'assembly' | 'starts' | 'day' | 'known'> = {
  name: 'agenda',
  version: 2,
  columns: {
    assembly: (row) => row.assembly,
    /** Instant it starts (an all-day one: midnight UTC of its first day); null without a date. */
    starts: startsAt,
    /** The last local day it takes place; null without a date. */
    day: ({ when }) => (when ? daysOf(when).until : null),
    /** When it became known: published, or recognised. */
    known: (row) => row.published ?? row.recognisedAt,
  },
  hidden: ({ withdrawn }) => withdrawn === true,
  on: {
    'gathering.recognised': (rows, { data, position, recordedAt }) => {
      const { gathering, assembly, title, when, place, summary } = data;
      rows.put(gathering, {
        ...{ gathering, assembly, title },
        ...(when && { when }),
        ...(place && { place }),
        ...(summary && { summary }),
        cancelled: false,
        announcements: 0,
        position: String(position),
        recognisedAt: recordedAt,
        changedAt: recordedAt,
        sequence: 0,
      });
    },
    'gathering.announcement-attached': (rows, { data: { gathering, says }, recordedAt }) => {
      const before = rows.get(gathering);
      if (before === undefined) return;
      const { withdrawn, ...row } = before;
      const link = row.link ?? says.link;
      const published = [row.published, says.published].filter((at) => at !== undefined).sort()[0];
      rows.put(gathering, {
        ...row,
        ...(withdrawn && { changedAt: recordedAt, sequence: row.sequence + 1 }),
        announcements: row.announcements + 1,
        ...(link && { link }),
        ...(published && { published }),
      });
    },
    'gathering.announcement-detached': (rows, event) => {
      const row = rows.get(event.data.gathering);
      if (row === undefined) return;
      const announcements = row.announcements - 1;
      if (isGivenUp(row.when, announcements, event.recordedAt)) change(rows, event, { announcements, withdrawn: true });
      else rows.put(row.gathering, { ...row, announcements });
    },
    'gathering.retitled': (rows, event) => change(rows, event, { title: event.data.title }),
    'gathering.rescheduled': (rows, event) => change(rows, event, { when: event.data.when }),
    'gathering.relocated': (rows, event) => change(rows, event, { place: event.data.place }),
    'gathering.described': (rows, event) => change(rows, event, { summary: event.data.summary }),
    'gathering.cancelled': (rows, event) => change(rows, event, { cancelled: true }),
    'gathering.confirmed': (rows, event) => change(rows, event, { cancelled: false }),
  },
};
