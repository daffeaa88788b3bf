import type { EventOf, Recorded } from '@relais/event-sourcing';
import type { SourceEvent } from '@relais/source';
import type { Rows } from '../projection.js';
import type { SourceRow } from './source-row.js';

type Happened<Type extends SourceEvent['type']> = Recorded<EventOf<SourceEvent, Type>>;

/** It can be read (again): and is as silent as it was, for only an item ends that. */
export const healthy = (
  rows: Rows<SourceRow>,
  { data: { source }, recordedAt }: Happened<'source.first-read' | 'source.recovered'>,
): void => {
  const row = rows.get(source);
  if (row === undefined) return;
  const { reason: _reason, lastRead: _lastRead, ...readable } = row;
  const status = row.silent ? 'silent' : 'ok';
  rows.put(source, { ...readable, status, since: status === row.status ? row.since : recordedAt });
};

/** It cannot be read: what was known of its last good reading stays where the event does not know better. */
export const unreadable = (
  rows: Rows<SourceRow>,
  { data: { source, reason, lastRead }, recordedAt }: Happened<'source.failed' | 'source.gone'>,
  status: 'failing' | 'gone',
): void => rows.change(source, { status, reason, since: recordedAt, ...(lastRead && { lastRead }) });

export const silent = (
  rows: Rows<SourceRow>,
  { data: { source, days, usual }, recordedAt }: Happened<'source.fell-silent'>,
): void => {
  const readable = ['ok', 'unread'].includes(rows.get(source)?.status ?? '');
  rows.change(source, { silent: { days, usual }, ...(readable && { status: 'silent', since: recordedAt }) });
};

/** It showed something new or changed: that ends a silence. */
export const withNews = (
  rows: Rows<SourceRow>,
  { data: { source }, recordedAt }: Happened<'source.item-published' | 'source.item-revised'>,
  more: number,
): void => {
  const row = rows.get(source);
  if (row === undefined) return;
  const { silent: _, ...talking } = row;
  rows.put(source, {
    ...talking,
    ...(row.status === 'silent' && { status: 'ok', since: recordedAt }),
    items: row.items + more,
    lastNewsAt: recordedAt,
  });
};
