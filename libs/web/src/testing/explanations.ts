import type { IssueId } from '@relais/vocabulary';
import type { Explanation, Fate, Reason } from '../pages/why/explained.js';

const issue = 'info-lille-2026-11' as IssueId;
const at = '2026-11-01T08:00:00Z';

/** One of each reason there is. */
export const everyReason: readonly Reason[] = [
  { type: 'unknown-address' },
  { type: 'not-confirmed', since: at },
  { type: 'ended', at, reason: 'unanswered' },
  { type: 'paused', until: '2027-01-15' },
  ...(['no-such-issue', 'waits-for-approval', 'came-before-you', 'other-city', 'other-rhythm', 'not-yet'] as const).map(
    (type) => ({ type, issue }),
  ),
  { type: 'has-letter', issue },
  { type: 'rejected', issue, note: 'Une date est fausse.' },
  ...(['nothing-happened', 'other-kinds', 'other-themes'] as const).map(
    (why) => ({ type: 'nothing', issue, why }) as const,
  ),
  { type: 'due', at },
];

const fates: readonly Fate[] = [
  ...(['waits-for-approval', 'intended', 'handed-over', 'accepted', 'deferred', 'refused'] as const),
  ...(['kept', 'unknown', 'bounced', 'complained'] as const),
];

/** An explanation that says everything that can be said, with what providers answered. */
export const everyExplanation = (said: string): Explanation => ({
  subscriptions: [
    { list: said, asked: { at, form: '/abonnement', wording: 'info-1-fr' }, confirmedAt: at, choseAt: at },
    { list: said, imported: { at, since: '2019-03-01' }, confirmedAt: at, ended: { at, reason: 'left' } },
  ],
  letters: fates.map((fate) => ({
    ...{ purpose: 'digest', issues: [issue], intendedAt: at, handedOverAt: at, fate, at },
    said: fate === 'kept' ? 'left' : said,
  })),
  reasons: everyReason,
});
