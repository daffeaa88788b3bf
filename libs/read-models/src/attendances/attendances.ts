import type { Answer } from '@relais/attendance';
import type { GatheringId } from '@relais/vocabulary';
import type { Projection } from '../projection.js';

/** How many mean to come to a gathering, and nobody's name. Its key is the gathering's id. */
export type AttendanceRow = Readonly<{ gathering: GatheringId } & Record<Answer, number>> &
  Readonly<{
    /** One person's answer, kept for the next one that they give, and shown to nobody. */
    last?: Answer;
  }>;

/** What somebody answered stays in the numbers when they are forgotten: their random id means nothing then. */
export const attendances: Projection<AttendanceRow, never> = {
  name: 'attendances',
  version: 1,
  columns: {},
  hidden: ({ last }) => last !== undefined,
  on: {
    'attendance.answered': (rows, { data: { gathering, person, answer } }) => {
      const none = { gathering, yes: 0, maybe: 0, no: 0 };
      const own = `${gathering} ${person}`;
      const before = rows.get(own)?.last;
      const counts = { ...(rows.get(gathering) ?? none) };
      if (before !== undefined) counts[before]--;
      counts[answer]++;
      rows.put(gathering, counts);
      rows.put(own, { ...none, last: answer });
    },
  },
};
