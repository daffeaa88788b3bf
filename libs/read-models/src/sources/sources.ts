import type { SourceDescription } from '@relais/assembly';
import type { FailureReason } from '@relais/source';
import type { AssemblyId, Instant, SourceId } from '@relais/vocabulary';
import type { Projection } from '../projection.js';

/** A source and its health. Its key is the source's id. */
export type SourceRow = SourceDescription &
  Readonly<{
    source: SourceId;
    assembly: AssemblyId;
    status: 'unread' | 'ok' | 'failing';
    /** Why it cannot be read, when it is failing. */
    reason?: FailureReason;
    /** Since when it has this status. */
    since: Instant;
    /** How many items it shows. */
    items: number;
    /** When it last showed something new or changed. */
    lastNewsAt?: Instant;
  }>;

export const sources: Projection<SourceRow, 'assembly' | 'status'> = {
  name: 'sources',
  version: 1,
  columns: { assembly: (row) => row.assembly, status: (row) => row.status },
  on: {},
};
