import type { EventOf, Recorded } from '@relais/event-sourcing';
import type { SourceEvent } from '@relais/source';
import type { AssemblyId, Instant, ItemKey, SourceId } from '@relais/vocabulary';
import type { Projection, Rows } from '../projection.js';

/** An item that is not a gathering: an article, a wiki page, minutes. Its key is `<source> <item>`, by what its source calls it today. */
export type NewsRow = Readonly<{
  source: SourceId;
  /** What its source called it first: by that feeds know it, however often its source renames it. */
  item: ItemKey;
  assembly: AssemblyId;
  title: string;
  link?: string;
  /** Sanitised HTML. */
  summary?: string;
  published?: Instant;
  language?: string;
  /** Was there when its source was first read: known, but no news. */
  backlog: boolean;
  position: string;
  recordedAt: Instant;
  changedAt: Instant;
}>;

const keyOf = ({ source, item }: { source: SourceId; item: ItemKey }): string => `${source} ${item}`;

type Shown = Recorded<EventOf<SourceEvent, 'source.item-published' | 'source.item-revised'>>;

/** An item that turned into a gathering is no news any more; the other way round it becomes some. */
const show = (rows: Rows<NewsRow>, { data, position, recordedAt }: Shown): void => {
  const { source, assembly, fields } = data;
  const key = keyOf(data);
  if (fields.kind !== 'news') return rows.remove(key);
  const { title, link, summary, published, language } = fields;
  const before = rows.get(key);
  const item = before?.item ?? data.item;
  rows.put(key, {
    ...{ source, item, assembly, title },
    ...(link && { link }),
    ...(summary && { summary }),
    ...(published && { published }),
    ...(language && { language }),
    backlog: before?.backlog ?? ('backlog' in data && data.backlog === true),
    position: before?.position ?? String(position),
    recordedAt: before?.recordedAt ?? recordedAt,
    changedAt: recordedAt,
  });
};

export const news: Projection<NewsRow, 'assembly' | 'known' | 'recorded'> = {
  name: 'news',
  version: 3,
  columns: {
    assembly: (row) => row.assembly,
    /** Published, or recorded; null for what has no date and was there from the beginning. */
    known: (row) => row.published ?? (row.backlog ? null : row.recordedAt),
    /** When the hub first saw it as news. */
    recorded: (row) => row.recordedAt,
  },
  on: {
    'source.item-published': show,
    'source.item-revised': show,
    'source.item-rekeyed': (rows, { data: { source, from, to } }) => {
      const row = rows.get(keyOf({ source, item: from }));
      if (row === undefined) return;
      rows.remove(keyOf({ source, item: from }));
      rows.put(keyOf({ source, item: to }), row);
    },
    'source.item-withdrawn': (rows, { data }) => rows.remove(keyOf(data)),
  },
};
