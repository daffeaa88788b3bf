import type { EventOf, Recorded } from '@relais/event-sourcing';
import type { ExpectedOn, GatheringEvent } from '@relais/gathering';
import {
  daysOf,
  type AssemblyId,
  type Basis,
  type GatheringId,
  type Instant,
  type Place,
  type When,
} from '@relais/vocabulary';
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
  /** Moderators' rulings made another gathering of it: that one is shown. */
  merged?: true;
  /** How many announcements speak of it. */
  announcements: number;
  /** What each gave of the three below, the oldest first; `away`: a ruling has it elsewhere. */
  said: readonly Gave[];
  /** The day that a rhythm expected, if an announcement spoke of one when it was attached; the gathering may have moved since. */
  occurrence?: ExpectedOn;
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

type Gave = Readonly<{ announcement: string; isOwn: boolean; away?: true }> & First;
type First = Pick<AgendaRow, 'link' | 'published' | 'occurrence'>;

const keyOf = ({ source, item }: Basis): string => `${source} ${item}`;

/** The first link, day and expected day of those that are here. */
const first = (said: readonly Gave[]): First => {
  const here = said.filter(({ away }) => !away);
  const link = here.find((one) => one.link)?.link;
  const published = here.flatMap((one) => one.published ?? []).sort()[0];
  const occurrence = here.find((one) => one.occurrence)?.occurrence;
  return { ...(link && { link }), ...(published && { published }), ...(occurrence && { occurrence }) };
};

/** How a day that a rhythm expects is found among gatherings. */
export const occurrenceKey = ({ rhythm, date }: ExpectedOn): string => `${rhythm} ${date}`;

/** What calendars must take over. */
const change = (
  rows: Rows<AgendaRow>,
  { data: { gathering }, recordedAt }: { data: { gathering: GatheringId }; recordedAt: Instant },
  changed: Partial<AgendaRow>,
): void => {
  const row = rows.get(gathering);
  if (row) rows.put(gathering, { ...row, ...changed, changedAt: recordedAt, sequence: row.sequence + 1 });
};

/** A ruling, or the end of one, takes an announcement elsewhere: what it gave goes along, and the whole where it was the last. */
const release = (
  rows: Rows<AgendaRow>,
  event: Recorded<EventOf<GatheringEvent, 'gathering.announcement-detached'>>,
  { link: _, published: __, occurrence: ___, ...row }: AgendaRow,
): void => {
  const announcements = row.announcements - 1;
  const gone = row.said.find(({ announcement }) => announcement === keyOf(event.data.announcement));
  const away = row.said.map((one) => (one === gone ? { ...one, away: true as const } : one));
  // The last one leaves everything as it was last known.
  const said = gone?.isOwn ? away : row.said.filter((one) => one !== gone);
  rows.put(row.gathering, { ...row, announcements, said, ...first(announcements === 0 ? row.said : said) });
  if (announcements > 0) return;
  if (gone?.isOwn) change(rows, event, { merged: true });
  else if (isGivenUp(row.when, announcements, event.recordedAt)) change(rows, event, { withdrawn: true });
};

const startsAt = ({ when }: AgendaRow): string | null => {
  if (when === undefined) return null;
  return when.kind === 'all-day' ? `${when.from}T00:00:00Z` : `${new Date(when.starts).toISOString().slice(0, 19)}Z`;
};

export const agenda: Projection<AgendaRow, 'assembly' | 'starts' | 'day' | 'known' | 'occurrence'> = {
  name: 'agenda',
  version: 4,
  columns: {
    assembly: (row) => row.assembly,
    /** Instant it starts (an all-day one: midnight UTC of its first day); null without a date. */
    starts: startsAt,
    /** The last local day it takes place; null without a date. */
    day: ({ when }) => (when ? daysOf(when).until : null),
    /** When it became known: published, or recognised. */
    known: (row) => row.published ?? row.recognisedAt,
    /** Which expected day it is; null where none was. */
    occurrence: ({ occurrence }) => (occurrence ? occurrenceKey(occurrence) : null),
  },
  hidden: ({ withdrawn, merged }) => withdrawn === true || merged === true,
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
        said: [],
        position: String(position),
        recognisedAt: recordedAt,
        changedAt: recordedAt,
        sequence: 0,
      });
    },
    'gathering.announcement-attached': (rows, { data, recordedAt }) => {
      const { gathering, announcement: basis, says, by } = data;
      const before = rows.get(gathering);
      if (before === undefined) return;
      const { withdrawn, merged, link: _, published: __, occurrence: ___, ...row } = before;
      const announcement = keyOf(basis);
      const known = row.said.find((one) => one.announcement === announcement);
      const link = known?.link ?? says.link;
      const published = [known?.published, says.published].filter((at) => at !== undefined).sort()[0];
      const occurrence = known?.occurrence ?? data.occurrence;
      const isOwn = known?.isOwn ?? (by === 'rule' || row.said.length === 0);
      const gave = {
        ...{ announcement, isOwn },
        ...(link && { link }),
        ...(published && { published }),
        ...(occurrence && { occurrence }),
      };
      const said = known ? row.said.map((one) => (one === known ? gave : one)) : [...row.said, gave];
      rows.put(gathering, {
        ...row,
        ...((withdrawn ?? merged) && { changedAt: recordedAt, sequence: row.sequence + 1 }),
        ...{ announcements: row.announcements + 1, said },
        ...first(said),
      });
    },
    'gathering.announcement-detached': (rows, event) => {
      const row = rows.get(event.data.gathering);
      if (row === undefined) return;
      const announcements = row.announcements - 1;
      if (event.data.to) return release(rows, event, row);
      if (isGivenUp(row.when, announcements, event.recordedAt)) change(rows, event, { announcements, withdrawn: true });
      else rows.put(row.gathering, { ...row, announcements });
    },
    'gathering.unsaid': (rows, event) => {
      const row = rows.get(event.data.gathering);
      if (row === undefined) return;
      const kept = Object.entries(row).filter(([name]) => !event.data.fields.some((field) => field === name));
      rows.put(row.gathering, Object.fromEntries(kept) as AgendaRow);
      change(rows, event, {});
    },
    'gathering.retitled': (rows, event) => change(rows, event, { title: event.data.title }),
    'gathering.rescheduled': (rows, event) => change(rows, event, { when: event.data.when }),
    'gathering.relocated': (rows, event) => change(rows, event, { place: event.data.place }),
    'gathering.described': (rows, event) => change(rows, event, { summary: event.data.summary }),
    'gathering.cancelled': (rows, event) => change(rows, event, { cancelled: true }),
    'gathering.confirmed': (rows, event) => change(rows, event, { cancelled: false }),
  },
};
