import { agenda, type AgendaRow, type Keyed } from '@relais/read-models';
import type { AssemblyId, LocalDate } from '@relais/vocabulary';
import type { PageRequest } from '../../page.js';
import { writeCursor, type Cursor } from './cursor.js';

const pageSize = 50;
const order = ['starts', 'ascending'] as const;

/** Which gatherings: of all assemblies or one, and after which place in the list. */
export type Asked = Readonly<{ from: LocalDate; past: boolean; assembly?: AssemblyId; after?: Cursor }>;

/** One page of the list: its rows, and where the next page begins. */
export type Listing = Readonly<{ rows: readonly AgendaRow[]; more?: string }>;

const placeOf = ({ key, row }: Keyed<AgendaRow>): Cursor => ({
  value: agenda.columns.starts(row) as string | null,
  key,
});

/** Gatherings from a day on, soonest first; where the past is asked for, those whose date is not known come last. */
export const listing = ({ models }: PageRequest, { from, past, assembly, after }: Asked): Listing => {
  const where = { ...(assembly && { assembly }) };
  const limit = pageSize + 1;
  const amongUndated = after?.value === null;
  const dated = amongUndated
    ? []
    : models.find(agenda, { where, from: { day: from }, order, limit, ...(after && { after }) });
  const undated = past
    ? models.find(agenda, {
        where: { ...where, starts: null },
        order,
        limit: limit - dated.length,
        ...(amongUndated && { after }),
      })
    : [];
  const found = [...dated, ...undated];
  const last = found[pageSize - 1];
  return {
    rows: found.slice(0, pageSize).map(({ row }) => row),
    ...(last && found.length > pageSize && { more: writeCursor(placeOf(last)) }),
  };
};
