import type { Basis, GatheringEvent, MatchReason, Statement, Unsayable } from '@relais/gathering';
import type { Recorded } from '@relais/event-sourcing';
import type { AssemblyId, GatheringId, Instant, Place, When } from '@relais/vocabulary';
import type { Projection, Rows } from '../projection.js';
import { isGivenUp } from '../withdrawn.js';
import { conflictsOf, type Conflict } from './conflicts.js';

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
  /** All of its announcements were taken there by moderators' rulings: no list shows it, and its page says where it went. */
  mergedInto?: GatheringId;
  /** Who said the value shown. */
  basis: Readonly<{ title: Basis; when?: Basis; place?: Basis; summary?: Basis; cancelled?: Basis }>;
  /** In the order in which they were attached. */
  announcements: readonly AnnouncementRow[];
  /** That order, with those in it that are elsewhere by a ruling and may come back: `source item`. */
  seats: readonly string[];
  /** What the announcements disagree on. */
  conflicts: readonly Conflict[];
  /** What happened to it, oldest first; `type` is the event's. */
  story: readonly Readonly<{ type: string; at: Instant; basis?: Basis; byModerator?: true }>[];
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
  const { withdrawn: was = false, mergedInto: went, ...row } = withoutUnsaid(before, event);
  const { type, recordedAt: at } = event;
  const now = { ...row, ...changed(row) };
  const isEmpty = now.announcements.length === 0;
  const mergedInto = isEmpty ? (mergedBy(before, event) ?? went) : undefined;
  const goes = type === 'gathering.announcement-detached' && isGivenUp(now.when, now.announcements.length, at);
  const withdrawn = mergedInto === undefined && (goes || (was && isEmpty));
  const isOther = withdrawn !== was || mergedInto !== went;
  rows.put(row.gathering, {
    ...now,
    conflicts: conflictsOf(now.announcements),
    ...(('basis' in event.data || isOther) && { changedAt: at, sequence: row.sequence + 1 }),
    ...(withdrawn && { withdrawn }),
    ...(mergedInto && { mergedInto }),
    story: [
      ...row.story,
      { type, at, basis: basisOf(event), ...(isByModerator(event) && { byModerator: true as const }) },
    ],
  });
};

const without = <Of extends object>(of: Of, fields: readonly Unsayable[]): Of =>
  Object.fromEntries(Object.entries(of).filter(([name]) => !fields.some((field) => field === name))) as Of;

const withoutUnsaid = (row: GatheringRow, { type, data }: Happened): GatheringRow =>
  type === 'gathering.unsaid' ? { ...without(row, data.fields), basis: without(row.basis, data.fields) } : row;

const isByModerator = ({ type, data }: Happened): boolean =>
  (type === 'gathering.announcement-attached' && data.by === 'moderator') ||
  (type === 'gathering.announcement-detached' && data.reason === 'moderator');

/** Where its own last announcement was taken; one that was only lent to it leaves it as a withdrawal does. */
const mergedBy = ({ announcements, story }: GatheringRow, { type, data }: Happened): GatheringId | undefined => {
  if (type !== 'gathering.announcement-detached' || data.reason !== 'moderator') return undefined;
  const isThis = isOf(data.announcement);
  const isOwn =
    announcements.find(isThis)?.by === 'rule' ||
    story.some(({ type: first, basis }) => first === 'gathering.recognised' && basis && isThis(basis));
  return isOwn ? data.to : undefined;
};

const keyOf = ({ source, item }: Basis): string => `${source} ${item}`;

const isOf =
  ({ source, item }: Basis) =>
  (other: Basis): boolean =>
    other.source === source && other.item === item;

export const gatherings: Projection<GatheringRow, 'assembly'> = {
  name: 'gathering',
  version: 3,
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
        seats: [],
        conflicts: [],
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
        const seats = row.seats.includes(keyOf(announcement)) ? row.seats : [...row.seats, keyOf(announcement)];
        const seat = (one: Basis): number => seats.indexOf(keyOf(one));
        return { announcements: [...row.announcements, attached].sort((a, b) => seat(a) - seat(b)), seats };
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
        const { announcement, reason } = event.data;
        const detached = isOf(announcement);
        return {
          announcements: row.announcements.filter((one) => !detached(one)),
          ...(reason === 'withdrawn' && { seats: row.seats.filter((seat) => seat !== keyOf(announcement)) }),
        };
      }),
    'gathering.unsaid': (rows, event) => happened(rows, event, () => ({})),
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
