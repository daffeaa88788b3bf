import type { AssemblyId, GatheringId, Instant, Place, When } from '@relais/vocabulary';
import type { Projection } from '../projection.js';

/** A gathering as lists, calendars and feeds show it. Its key is the gathering's id. */
export type AgendaRow = Readonly<{
  gathering: GatheringId;
  assembly: AssemblyId;
  title: string;
  when?: When;
  place?: Place;
  summary?: string;
  cancelled: boolean;
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

export const agenda: Projection<AgendaRow, 'assembly' | 'starts' | 'day' | 'known'> = {
  name: 'agenda',
  version: 1,
  columns: {
    assembly: (row) => row.assembly,
    /** Instant it starts (an all-day one: midnight UTC of its first day); null without a date. */
    starts: () => null,
    /** The last local day it takes place; null without a date. */
    day: () => null,
    /** When it became known: published, or recognised. */
    known: (row) => row.published ?? row.recognisedAt,
  },
  on: {},
};
