import type { IssueId } from '@relais/vocabulary';
import { Approving, type Approved, type Ruled } from '../../correspondence/approving.js';
import { Courier } from '../../courier/courier.js';
import { onHand } from '../on-hand.js';
import { WrongUse, type Desk, type Options } from '../verb.js';

const outcomes: Record<Exclude<Approved, 'done'>, string> = {
  'not-composed': 'no such issue was composed',
  'not-waiting':
    'it does not wait for anybody: it was approved, rejected or sent before, or its list asks for no approval',
};

const ruledBy = ({ deployment }: Desk, { approve, reject, by, note }: Options): Ruled => {
  if (typeof by !== 'string') throw new WrongUse('who decides? --by ADMIN');
  if (approve !== undefined && reject !== undefined) throw new WrongUse('--approve or --reject, not both');
  const { id } = deployment().admin(by);
  if (typeof approve === 'string') return { issue: approve as IssueId, by: id, verdict: 'approve' };
  if (typeof note !== 'string' || note.trim() === '') throw new WrongUse('why not? --note TEXT');
  return { issue: String(reject) as IssueId, by: id, verdict: 'reject', note: note.trim() };
};

/** Lets an issue leave that waits, or keeps it for good; who sends, if anybody does, goes on at once. */
export const ruleOnIssue = async (desk: Desk, options: Options): Promise<0 | 1> => {
  const ruled = ruledBy(desk, options);
  const came = (await onHand(
    desk,
    {
      ...{ verb: 'digest', role: 'courier', options: { ruled }, parts: ['courier'] },
      prepare: { courier: (application) => application.get(Courier).settle() },
      here: (application) => application.get(Approving).rule(ruled),
    },
    () => undefined,
  )) as Approved;
  const done = ruled.verdict === 'approve' ? 'approved: it leaves' : 'rejected: it never leaves';
  desk.output.say({ ...ruled, came }, () => `${ruled.issue}: ${came === 'done' ? done : outcomes[came]}`);
  return came === 'done' ? 0 : 1;
};
