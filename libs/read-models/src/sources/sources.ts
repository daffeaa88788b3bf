import type { SourceDescription } from '@relais/assembly';
import type { FailureReason, SourceEvent } from '@relais/source';
import type { Recorded } from '@relais/event-sourcing';
import type { AssemblyId, Instant, SourceId } from '@relais/vocabulary';
import type { Projection, Rows } from '../projection.js';

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

const now = (rows: Rows<SourceRow>, { data, recordedAt }: Recorded<SourceEvent>, change: Partial<SourceRow>): void =>
  rows.change(data.source, { ...change, since: recordedAt });

const shows = (rows: Rows<SourceRow>, { data, recordedAt }: Recorded<SourceEvent>, more: number): void => {
  const row = rows.get(data.source);
  if (row) rows.put(data.source, { ...row, items: row.items + more, lastNewsAt: recordedAt });
};

export const sources: Projection<SourceRow, 'assembly' | 'status'> = {
  name: 'sources',
  version: 1,
  columns: { assembly: (row) => row.assembly, status: (row) => row.status },
  on: {
    'assembly.source-added': (rows, { data: { assembly, source }, recordedAt }) => {
      const known = rows.get(source.source);
      const { status = 'unread', since = recordedAt, items = 0, reason, lastNewsAt } = known ?? {};
      rows.put(source.source, {
        ...source,
        ...{ assembly, status, since, items },
        ...(reason && { reason }),
        ...(lastNewsAt && { lastNewsAt }),
      });
    },
    'assembly.source-removed': (rows, { data: { source } }) => rows.remove(source),
    'source.first-read': (rows, event) => now(rows, event, { status: 'ok' }),
    'source.failed': (rows, event) => now(rows, event, { status: 'failing', reason: event.data.reason }),
    'source.recovered': (rows, { data: { source }, recordedAt }) => {
      const row = rows.get(source);
      if (row === undefined) return;
      const { reason: _, ...healthy } = row;
      rows.put(source, { ...healthy, status: 'ok', since: recordedAt });
    },
    'source.item-published': (rows, event) => shows(rows, event, 1),
    'source.item-revised': (rows, event) => shows(rows, event, 0),
    'source.item-withdrawn': (rows, event) => shows(rows, event, -1),
  },
};
