import type { AssemblyId, ItemKey, SourceId } from '@relais/vocabulary';
import type { Rows } from '../projection.js';
import type { SourceRow } from './source-row.js';

type Item = Readonly<{ source: SourceId; assembly: AssemblyId; item: ItemKey }>;

/**
 * Kept of an item that was withdrawn, since showing it again is a revision like any other, and only then counts. It is a row
 * of its own under `<source> <item>`, which is no source's id and shown to nobody, so that a source's row stays small however
 * many items it withdraws.
 */
type Mark = Readonly<{ withdrawn: true; assembly: AssemblyId; status: null }>;

const marksIn = (rows: Rows<SourceRow>): Rows<Mark> => rows as unknown as Rows<Mark>;
const keyOf = (source: SourceId, item: ItemKey): string => `${source} ${item}`;

export const isMark = (row: object): boolean => 'withdrawn' in row;

/** Marks an item as withdrawn; false where it was already. */
export const withdraw = (rows: Rows<SourceRow>, { source, assembly, item }: Item): boolean => {
  const key = keyOf(source, item);
  if (rows.get(key) !== undefined) return false;
  marksIn(rows).put(key, { withdrawn: true, assembly, status: null });
  return true;
};

/** Whether an item that is shown now had been withdrawn: its mark is taken away. */
export const countsAgain = (rows: Rows<SourceRow>, { source, item }: Item): boolean => {
  const key = keyOf(source, item);
  if (rows.get(key) === undefined) return false;
  rows.remove(key);
  return true;
};

/** An item that was withdrawn is so under its other key too. */
export const moveMark = (
  rows: Rows<SourceRow>,
  { source, assembly, from, to }: Omit<Item, 'item'> & Readonly<{ from: ItemKey; to: ItemKey }>,
): void => {
  if (countsAgain(rows, { source, assembly, item: from })) withdraw(rows, { source, assembly, item: to });
};
