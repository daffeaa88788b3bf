import type { Instant } from '@relais/vocabulary';
import type { Projection } from '../projection.js';

/** How far the log is fixed by a signed note. Its key is the number of events in sixteen digits, so that keys are in order. */
export type CheckpointRow = Readonly<{ size: number; position: string; hash: string; note: string; at: Instant }>;

export const checkpoints: Projection<CheckpointRow, 'size'> = {
  name: 'checkpoints',
  version: 1,
  columns: { size: (row) => row.size },
  on: {
    'log.checkpointed': (rows, { data: { size, position, hash, note }, recordedAt }) =>
      rows.put(String(size).padStart(16, '0'), { size, position, hash, note, at: recordedAt }),
  },
};
