import type { Basis, GatheringEvent, MatchReason, Statement } from '@relais/gathering';
import type { Recorded } from '@relais/event-sourcing';
import type { AssemblyId, GatheringId, Instant, Place, When } from '@relais/vocabulary';
import type { Projection, Rows } from '../projection.js';
import { isGivenUp } from '../withdrawn.js';

/** One announcement of a gathering: what it says, and why it was taken for this one. */
export type AnnouncementRow = Basis &
  Readonly<{
    says: Statement;
    score: number;
    reasons: readonly MatchReason[];
    by: 'rule' | 'moderator';
    attachedAt: Instant;
  }>;

/** A gathering's own page. Its key is the gathering's id. */
export type GatheringRow = Readonly<{
  gathering: GatheringId;
  assembly: AssemblyId;
  title: string;
  when?: When;
  place?: Place;
  summary?: string;
  cancelled: boolean;
  /** As in the agenda; its page stays, for ever. */
  withdrawn?: true;
  /** Who said the value shown. */
  basis: Readonly<{ title: Basis; when?: Basis; place?: Basis; summary?: Basis; cancelled?: Basis }>;
  /** In the order in which they were attached. */
  announcements: readonly AnnouncementRow[];
  /** What happened to it, oldest first; `type` is the event's. */
  story: readonly Readonly<{ type: string; at: Instant; basis?: Basis }>[];
  /** As in the agenda. */
  recognisedAt: Instant;
  changedAt: Instant;
  sequence: number;
}>;

type Happened = Exclude<GatheringEvent, { type: 'gathering.recognised' }>;

const basisOf = ({ data }: Happened): Basis => ('basis' in data ? data.basis : data.announcement);

/** Every event of a gathering is part of its story; what else it changes is told by `changed`. */
const happened = (
  rows: Rows<GatheringRow>,
  event: Recorded<Happened>,
  changed: (row: GatheringRow) => Partial<GatheringRow>,
): void => {
  const before = rows.get(event.data.gathering);
  if (before === undefined) return;
  const { withdrawn: was = false, ...row } = before;
  const { type, recordedAt: at } = event;
  const now = { ...row, ...changed(row) };
  const goes = type === 'gathering.announcement-detached' && isGivenUp(now.when, now.announcements.length, at);
  const withdrawn = goes || (was && now.announcements.length === 0);
  rows.put(row.gathering, {
    ...now,
    ...(('basis' in event.data || withdrawn !== was) && { changedAt: at, sequence: row.sequence + 1 }),
    ...(withdrawn && { withdrawn }),
    story: [...row.story, { type, at, basis: basisOf(event) }],
  });
};

const isOf =
  ({ source, item }: Basis) =>
  (other: Basis): boolean =>
    other.source === source && other.item === item;

export const gatherings: Projection<GatheringRow, 'assembly'> = {
  name: 'gathering',
  version: 2,
  columns: { assembly: (row) => row.assembly },
  on: {
    'gathering.recognised': (rows, { type, data, recordedAt }) => {
      const { gathering, assembly, title, when, place, summary, basis } = data;
      rows.put(gathering, {
        ...{ gathering, assembly, title },
        ...(when && { when }),
        ...(place && { place }),
        ...(summary && { summary }),
        cancelled: false,
        basis: {
          title: basis,
          ...(when && { when: basis }),
          ...(place && { place: basis }),
          ...(summary && { summary: basis }),
        },
        announcements: [],
        story: [{ type, at: recordedAt, basis }],
        recognisedAt: recordedAt,
        changedAt: recordedAt,
        sequence: 0,
      });
    },
    'gathering.announcement-attached': (rows, event) =>
      happened(rows, event, (row) => {
        const { announcement, says, score, reasons, by } = event.data;
        const attached = { ...announcement, says, score, reasons, by, attachedAt: event.recordedAt };
        return { announcements: [...row.announcements, attached] };
      }),
    'gathering.announcement-revised': (rows, event) =>
      happened(rows, event, (row) => {
        const revised = isOf(event.data.announcement);
        return {
          announcements: row.announcements.map((one) => (revised(one) ? { ...one, says: event.data.says } : one)),
        };
      }),
    'gathering.announcement-detached': (rows, event) =>
      happened(rows, event, (row) => {
        const detached = isOf(event.data.announcement);
        return { announcements: row.announcements.filter((one) => !detached(one)) };
      }),
    'gathering.retitled': (rows, event) =>
      happened(rows, event, ({ basis }) => ({ title: event.data.title, basis: { ...basis, title: event.data.basis } })),
    'gathering.rescheduled': (rows, event) =>
      happened(rows, event, ({ basis }) => ({ when: event.data.when, basis: { ...basis, when: event.data.basis } })),
    'gathering.relocated': (rows, event) =>
      happened(rows, event, ({ basis }) => ({ place: event.data.place, basis: { ...basis, place: event.data.basis } })),
    'gathering.described': (rows, event) =>
      happened(rows, event, ({ basis }) => ({
        summary: event.data.summary,
        basis: { ...basis, summary: event.data.basis },
      })),
    'gathering.cancelled': (rows, event) =>
      happened(rows, event, ({ basis }) => ({ cancelled: true, basis: { ...basis, cancelled: event.data.basis } })),
    'gathering.confirmed': (rows, event) => happened(rows, event, () => ({ cancelled: false })),
  },
};
