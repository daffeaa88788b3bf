import type { Instant, IssueId, LetterId, ListId } from '@relais/vocabulary';
import type { Projection, Rows } from '../projection.js';

/** What came of one copy to an external list. */
export type ListCopy = Readonly<{
  letter: LetterId;
  issue?: IssueId;
  status: 'intended' | 'handed-over' | 'accepted' | 'deferred' | 'refused' | 'unknown';
  /** When it came to this status. */
  at: Instant;
  arrived?: Readonly<{
    at: Instant;
    /** Since it was taken, in seconds. */
    delay: number;
    dkim: 'pass' | 'fail' | 'none';
    aligned: boolean;
    listId: string | null;
    subject: string;
  }>;
  /** When it was given up; it may have arrived later. */
  missedAt?: Instant;
}>;

/** An external list and the copies that it was sent, the newest first. Its key is the list's id. */
export type CanaryRow = Readonly<{
  list: ListId;
  copies: readonly ListCopy[];
  /** A row of a letter, which tells its list and is shown to nobody. */
  isOfLetter?: true;
}>;

/** So many are kept of a list: more than a year of weekly ones. */
const most = 60;

const change = (rows: Rows<CanaryRow>, letter: LetterId, change: Partial<ListCopy>): void => {
  const row = rows.get(rows.get(`letter ${letter}`)?.list ?? '');
  if (row === undefined) return;
  const copies = row.copies.map((copy) => (copy.letter === letter ? { ...copy, ...change } : copy));
  rows.put(row.list, { ...row, copies });
};

export const canaries: Projection<CanaryRow, never> = {
  name: 'canaries',
  version: 1,
  columns: {},
  hidden: ({ isOfLetter }) => isOfLetter === true,
  on: {
    'letter.intended': (rows, { data: { letter, list, purpose, issue }, recordedAt: at }) => {
      if (purpose !== 'copy') return;
      const copy: ListCopy = { letter, ...(issue && { issue }), status: 'intended', at };
      rows.put(list, { list, copies: [copy, ...(rows.get(list)?.copies ?? [])].slice(0, most) });
      rows.put(`letter ${letter}`, { list, copies: [], isOfLetter: true });
    },
    'letter.handed-over': (rows, { data: { letter }, recordedAt: at }) =>
      change(rows, letter, { status: 'handed-over', at }),
    'letter.accepted': (rows, { data: { letter }, recordedAt: at }) => change(rows, letter, { status: 'accepted', at }),
    'letter.refused': (rows, { data: { letter, permanent }, recordedAt: at }) =>
      change(rows, letter, { status: permanent ? 'refused' : 'deferred', at }),
    'letter.unknown': (rows, { data: { letter }, recordedAt: at }) => change(rows, letter, { status: 'unknown', at }),
    'canary.arrived': (rows, { data: { letter, list: _, ...arrived }, recordedAt: at }) =>
      change(rows, letter, { arrived: { ...arrived, at } }),
    'canary.missed': (rows, { data: { letter }, recordedAt: missedAt }) => change(rows, letter, { missedAt }),
  },
};
