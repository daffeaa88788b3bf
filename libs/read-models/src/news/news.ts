import type { AssemblyId, Instant, ItemKey, SourceId } from '@relais/vocabulary';
import type { Projection } from '../projection.js';

/** An item that is not a gathering: an article, a wiki page, minutes. Its key is `<source> <item>`. */
export type NewsRow = Readonly<{
  source: SourceId;
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

export const news: Projection<NewsRow, 'assembly' | 'known'> = {
  name: 'news',
  version: 1,
  columns: {
    assembly: (row) => row.assembly,
    /** Published, or recorded; null for what has no date and was there from the beginning. */
    known: (row) => row.published ?? (row.backlog ? null : row.recordedAt),
  },
  on: {},
};
