import type { EventOf, Recorded } from '@relais/event-sourcing';
import type { ItemFields, SourceEvent } from '@relais/source';
import type { AssemblyId, GatheringId, Instant, ItemKey, SourceId, When } from '@relais/vocabulary';
import type { Projection, Rows } from '../projection.js';

/** What a page of its source shows of an item. */
export type SourceItem = Readonly<{
  item: ItemKey;
  kind: ItemFields['kind'];
  title: string;
  link?: string;
  when?: When;
  cancelled?: true;
  /** When it was new: published, or recorded where it does not say, or says a day that had not come. */
  known: Instant;
  recordedAt: Instant;
  /** Its source shows it no more. */
  withdrawn?: true;
  /** The gathering that it announces, once it is recognised. */
  gathering?: GatheringId;
}>;

/** The last items of a source, newest first. Its key is the source's id. */
export type SourceItemsRow = Readonly<{ source: SourceId; assembly: AssemblyId; items: readonly SourceItem[] }>;

/** How many items of each source are kept. */
export const lastItems = 20;

type Shown = Recorded<EventOf<SourceEvent, 'source.item-published' | 'source.item-revised'>>;

const shownAs = ({ kind, title, link, when, status }: ItemFields) => ({
  ...{ kind, title },
  ...(link !== undefined && { link }),
  ...(when && { when }),
  ...(status === 'cancelled' && { cancelled: true as const }),
});

const knownSince = ({ published }: ItemFields, recordedAt: Instant): Instant => {
  const then = Date.parse(published ?? recordedAt);
  return then < Date.parse(recordedAt) ? new Date(then).toISOString() : recordedAt;
};

/** Changes an item where it is among those kept. When it was new never changes, so that what was left out stays left out. */
const change = (
  rows: Rows<SourceItemsRow>,
  { source, item }: { source: SourceId; item: ItemKey },
  changed: (item: SourceItem) => SourceItem,
): void => {
  const row = rows.get(source);
  const place = row?.items.findIndex((one) => one.item === item) ?? -1;
  const before = row?.items[place];
  if (row && before) rows.put(source, { ...row, items: row.items.with(place, changed(before)) });
};

const publish = (rows: Rows<SourceItemsRow>, { data: { source, assembly, item, fields }, recordedAt }: Shown): void => {
  const { items } = rows.get(source) ?? { items: [] };
  const known = knownSince(fields, recordedAt);
  // Of items known since the same moment, which is so of a first document without dates, the document's order holds.
  const older = items.findIndex((one) => one.known < known);
  const place = older === -1 ? items.length : older;
  if (place >= lastItems) return;
  const added = { item, ...shownAs(fields), known, recordedAt };
  const kept = [...items.slice(0, place), added, ...items.slice(place, lastItems - 1)];
  rows.put(source, { source, assembly, items: kept });
};

export const sourceItems: Projection<SourceItemsRow, 'assembly'> = {
  name: 'source-items',
  version: 1,
  columns: { assembly: (row) => row.assembly },
  on: {
    'source.item-published': publish,
    'source.item-revised': (rows, { data }) =>
      change(rows, data, ({ item, known, recordedAt, gathering }) => ({
        ...{ item, ...shownAs(data.fields), known, recordedAt },
        ...(gathering && { gathering }),
      })),
    'source.item-withdrawn': (rows, { data }) => change(rows, data, (one) => ({ ...one, withdrawn: true })),
    'source.item-rekeyed': (rows, { data: { source, from, to } }) =>
      change(rows, { source, item: from }, (one) => ({ ...one, item: to })),
    'gathering.announcement-attached': (rows, { data: { announcement, gathering } }) =>
      change(rows, announcement, (one) => ({ ...one, gathering })),
    'gathering.announcement-detached': (rows, { data: { announcement, gathering } }) =>
      change(rows, announcement, (one) => {
        const { gathering: held, ...alone } = one;
        return held === gathering ? alone : one;
      }),
  },
};
