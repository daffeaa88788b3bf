import { knownEvent, type HubEvent } from '@relais/catalogue';
import type { Recorded } from '@relais/event-sourcing';
import type { EventStore } from '@relais/event-store';
import type { Basis } from '@relais/gathering';
import { canonicalJson, type AdminId, type Instant, type RulingId } from '@relais/vocabulary';
import { gatherings, type AnnouncementRow, type GatheringRow } from '../gathering/gathering.js';
import { FoldedRows } from './folded.js';
import { streamOf } from './gatherings-then.js';

/** What of the page of a gathering an event can change. */
export const toldMembers = ['title', 'when', 'place', 'summary', 'cancelled', 'withdrawn', 'mergedInto'] as const;
type Told = (typeof toldMembers)[number];

/** A member of the row that an event made another; absent where it was, or is, not there. */
export type Change = {
  [Member in Told]: Readonly<{ member: Member; before?: GatheringRow[Member]; after?: GatheringRow[Member] }>;
}[Told];

/** An announcement that came, went, or says something else. */
export type AnnouncementChange = Readonly<{
  announcement: Basis;
  before?: AnnouncementRow['says'];
  after?: AnnouncementRow['says'];
}>;

/** What a moderator ruled on announcements of the gathering. Who it was is told by the admin's id alone. */
export type RulingSaid = Readonly<{
  ruling: RulingId;
  verdict: 'same' | 'apart';
  announcements: readonly [Basis, Basis];
  by: AdminId;
}>;

/** One event that concerns a gathering, and what became another on its page by it. */
export type Step = Readonly<{
  /** Its place in the log, as a decimal, and its id. */
  position: string;
  id: string;
  type: HubEvent['type'];
  at: Instant;
  /** The announcement that said so. */
  basis?: Basis;
  /** Why an announcement was taken for this gathering. */
  matched?: Pick<AnnouncementRow, 'score' | 'reasons' | 'by'>;
  /** Where an announcement went by a ruling. */
  to?: string;
  ruling?: RulingSaid;
  changes: readonly Change[];
  announcements: readonly AnnouncementChange[];
}>;

const same = (one: unknown, other: unknown): boolean => canonicalJson(one ?? null) === canonicalJson(other ?? null);
const keyOf = ({ source, item }: Basis): string => `${source} ${item}`;

const changesOf = (before: GatheringRow | undefined, after: GatheringRow | undefined): Change[] =>
  toldMembers.flatMap((member) => {
    const [was, is] = [before?.[member], after?.[member]];
    // That it is not cancelled goes without saying when it begins.
    if (same(was, is) || (was === undefined && is === false)) return [];
    return [{ member, ...(was !== undefined && { before: was }), ...(is !== undefined && { after: is }) } as Change];
  });

const announcementsOf = (before: GatheringRow | undefined, after: GatheringRow | undefined): AnnouncementChange[] => {
  const [was, is] = [before, after].map(
    (row) => new Map(row?.announcements.map((one) => [keyOf(one), one] as const) ?? []),
  ) as [Map<string, AnnouncementRow>, Map<string, AnnouncementRow>];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const [old, now] = [was.get(key), is.get(key)];
    const one = now ?? old;
    if (one === undefined || same(old?.says, now?.says)) return [];
    const announcement = { source: one.source, item: one.item };
    return [{ announcement, ...(old && { before: old.says }), ...(now && { after: now.says }) }];
  });
};

const saidIn = ({ type, data }: HubEvent): Partial<Step> => {
  switch (type) {
    case 'gathering.announcement-attached': {
      const { announcement: basis, score, reasons, by } = data;
      return { basis, matched: { score, reasons, by } };
    }
    case 'gathering.announcement-detached':
      return { basis: data.announcement, ...(data.to !== undefined && { to: data.to }) };
    case 'gathering.announcement-revised':
      return { basis: data.announcement };
    default:
      return 'basis' in data ? { basis: data.basis } : {};
  }
};

/** Every ruling on one of these announcements, and its end. */
const rulingsOn = async (store: EventStore, announcements: ReadonlySet<string>): Promise<[Recorded, RulingSaid][]> => {
  const made = new Map<RulingId, RulingSaid>();
  const found: [Recorded, RulingSaid][] = [];
  for await (const page of store.readAll(0n, { types: ['ruling.made', 'ruling.revoked'] }))
    for (const recorded of page) {
      const { type, data } = knownEvent(recorded);
      if (type === 'ruling.made' && data.announcements.some((one) => announcements.has(keyOf(one)))) {
        const { ruling, verdict, announcements: of, by } = data;
        made.set(ruling, { ruling, verdict, announcements: of, by });
      }
      if (type !== 'ruling.made' && type !== 'ruling.revoked') continue;
      const said = made.get(data.ruling);
      if (said) found.push([recorded, { ...said, by: data.by }]);
    }
  return found;
};

/**
 * All that happened to a gathering, oldest first, up to a position: each event of its own stream with what it changed, and the
 * rulings on its announcements. Empty where there is no such gathering.
 */
export const storyOf = async (store: EventStore, gathering: string, until?: bigint): Promise<readonly Step[]> => {
  const rows = new FoldedRows();
  const row = (): GatheringRow | undefined => rows.get(gathering) as GatheringRow | undefined;
  const steps: (Step & { readonly place: bigint })[] = [];
  const announcements = new Set<string>();
  for await (const recorded of store.read(streamOf(gathering))) {
    if (until !== undefined && recorded.position > until) break;
    const event = knownEvent(recorded);
    const before = row();
    (gatherings.on[event.type] as ((rows: FoldedRows, event: Recorded) => void) | undefined)?.(rows, event);
    const said = saidIn(event);
    if (said.basis) announcements.add(keyOf(said.basis));
    steps.push({
      ...placeOf(event),
      ...said,
      changes: changesOf(before, row()),
      announcements: announcementsOf(before, row()),
    });
  }
  if (steps.length === 0) return [];
  for (const [recorded, ruling] of await rulingsOn(store, announcements))
    if (until === undefined || recorded.position <= until)
      steps.push({ ...placeOf(knownEvent(recorded)), ruling, changes: [], announcements: [] });
  return steps.sort((one, other) => Number(one.place - other.place)).map(({ place: _, ...step }) => step);
};

const placeOf = ({ position, id, type, recordedAt: at }: Recorded<HubEvent>) => ({
  place: position,
  position: String(position),
  ...{ id, type, at },
});
