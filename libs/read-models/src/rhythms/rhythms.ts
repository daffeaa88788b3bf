import type { Plan } from '@relais/rhythm';
import type { AssemblyId, LocalDate, RhythmId } from '@relais/vocabulary';
import type { Projection } from '../projection.js';

/**
 * When an assembly means to meet. Its key is the rhythm's id. Which of its days somebody announced is told by the rows of the
 * agenda, each by its `occurrence`.
 */
export type RhythmRow = Readonly<{
  rhythm: RhythmId;
  assembly: AssemblyId;
  plan: Plan;
  /** The days on which it does not meet. */
  skipped: readonly LocalDate[];
}>;

export const rhythms: Projection<RhythmRow, 'assembly'> = {
  name: 'rhythms',
  version: 1,
  columns: { assembly: (row) => row.assembly },
  on: {
    'rhythm.set': (rows, { data: { rhythm, assembly, plan } }) =>
      rows.put(rhythm, { rhythm, assembly, plan, skipped: rows.get(rhythm)?.skipped ?? [] }),
    'rhythm.occurrence-skipped': (rows, { data: { rhythm, date } }) => {
      const skipped = rows.get(rhythm)?.skipped ?? [];
      rows.change(rhythm, { skipped: [...skipped, date].sort() });
    },
    'rhythm.occurrence-restored': (rows, { data: { rhythm, date } }) => {
      const skipped = rows.get(rhythm)?.skipped ?? [];
      rows.change(rhythm, { skipped: skipped.filter((one) => one !== date) });
    },
    'rhythm.ended': (rows, { data: { rhythm, assembly } }) => {
      // Another assembly may have taken it over.
      if (rows.get(rhythm)?.assembly === assembly) rows.remove(rhythm);
    },
  },
};
