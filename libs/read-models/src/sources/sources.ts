import type { SourceDescription } from '@relais/assembly';
import type { Projection } from '../projection.js';
import { healthy, silent, unreadable, withNews } from './health.js';
import type { SourceRow } from './source-row.js';
import { countsAgain, isMark, moveMark, withdraw } from './withdrawn-items.js';

export type { SourceRow } from './source-row.js';

/** What a description says goes; what was learnt of the source stays, but for where an address led that is not its own any more. */
const described = (source: SourceDescription, known: SourceRow): Omit<SourceRow, 'assembly'> => {
  const { title: _title, url, site: _site, platform: _platform, sample: _sample, removed: _removed, ...learnt } = known;
  const { movedTo, ...health } = learnt;
  return { ...health, ...(movedTo !== undefined && url === source.url && { movedTo }), ...source };
};

export const sources: Projection<SourceRow, 'assembly' | 'status'> = {
  name: 'sources',
  version: 2,
  columns: { assembly: (row) => row.assembly, status: (row) => row.status },
  hidden: (row) => row.removed === true || isMark(row),
  on: {
    'assembly.source-added': (rows, { data: { assembly, source }, recordedAt }) => {
      const known = rows.get(source.source) ?? { ...source, assembly, status: 'unread', since: recordedAt, items: 0 };
      rows.put(source.source, { ...described(source, known), assembly });
    },
    'assembly.source-removed': (rows, { data: { assembly, source } }) => {
      if (rows.get(source)?.assembly === assembly) rows.change(source, { removed: true });
    },
    'source.first-read': (rows, event) => healthy(rows, event),
    'source.recovered': (rows, event) => healthy(rows, event),
    'source.failed': (rows, event) => unreadable(rows, event, 'failing'),
    'source.gone': (rows, event) => unreadable(rows, event, 'gone'),
    'source.fell-silent': (rows, event) => silent(rows, event),
    'source.moved': (rows, { data: { source, to } }) => {
      const row = rows.get(source);
      if (row === undefined) return;
      const { movedTo: _, ...home } = row;
      rows.put(source, { ...home, ...(to !== row.url && { movedTo: to }) });
    },
    'source.items-refused': (rows, { data: { source, refused, first }, recordedAt }) => {
      const row = rows.get(source);
      if (row === undefined) return;
      const { refused: _, ...clean } = row;
      rows.put(source, { ...clean, ...(refused > 0 && { refused: { refused, first, since: recordedAt } }) });
    },
    'source.item-published': (rows, event) => withNews(rows, event, 1),
    'source.item-revised': (rows, event) => withNews(rows, event, countsAgain(rows, event.data) ? 1 : 0),
    'source.item-withdrawn': (rows, { data }) => {
      const row = rows.get(data.source);
      if (withdraw(rows, data) && row) rows.change(data.source, { items: row.items - 1 });
    },
    'source.item-rekeyed': (rows, { data }) => moveMark(rows, data),
  },
};
