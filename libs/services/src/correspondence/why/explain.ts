import { wouldReceive, type TellableIssue } from '@relais/digests';
import { dueAfter, isPaused, type Preferences, type Schedule } from '@relais/mailing-list';
import type { Instant, IssueId, ListId } from '@relais/vocabulary';
import type { Explanation, Reason } from '@relais/web';
import type { IssueStory, PersonStory, SubscriptionStory } from './story.js';

/** What is asked, and what it takes to answer beside what happened. */
export type Asked = Readonly<{
  now: Instant;
  /** Which issue, where one is meant. */
  issue?: IssueId;
  /** What the address wants; absent while nothing of it is confirmed. */
  preferences?: Preferences;
  schedule: Schedule;
  nameOf(list: ListId): string;
  tellable(issue: IssueStory): TellableIssue;
}>;

const cadenceOf = ({ rhythm }: Preferences) => rhythm.every;

/** Why they get no letter at all; undefined where they get letters. */
const outside = (subscriptions: readonly SubscriptionStory[]): Reason | undefined => {
  if (subscriptions.length === 0) return { type: 'unknown-address' };
  const standing = subscriptions.filter(({ ended }) => ended === undefined);
  if (standing.some(({ confirmedAt }) => confirmedAt !== undefined)) return undefined;
  const [first] = standing;
  if (first?.asked) return { type: 'not-confirmed', since: first.asked.at };
  const [last] = subscriptions
    .flatMap(({ ended }) => ended ?? [])
    .sort((one, other) => Date.parse(other.at) - Date.parse(one.at));
  return last ? { type: 'ended', ...last } : { type: 'unknown-address' };
};

const aboutIssue = (story: PersonStory, asked: Asked, issue: IssueId): Reason => {
  if ([...story.letters.values()].some(({ issues }) => issues.includes(issue))) return { type: 'has-letter', issue };
  const known = story.issues.get(issue);
  if (known === undefined) return { type: 'no-such-issue', issue };
  if (known.state === 'rejected') return { type: 'rejected', issue, note: known.note ?? '' };
  const none = outside([...story.subscriptions.values()]);
  if (none) return none;
  const { preferences } = asked;
  const { cadence = 'month', assembly } = known.composed;
  const confirmed = [...story.subscriptions.values()].flatMap(({ confirmedAt }) => confirmedAt ?? []).sort()[0];
  if (confirmed !== undefined && Date.parse(confirmed) > Date.parse(known.at))
    return { type: 'came-before-you', issue };
  if (preferences === undefined) return { type: 'not-yet', issue };
  if (preferences.cities !== 'all' && !preferences.cities.includes(assembly)) return { type: 'other-city', issue };
  if (cadence !== 'notice' && cadence !== cadenceOf(preferences)) return { type: 'other-rhythm', issue };
  const would = wouldReceive(preferences, [asked.tellable(known)]);
  if ('nothing' in would) return { type: 'nothing', issue, why: would.nothing };
  if (isPaused(Date.parse(known.at), preferences)) return { type: 'paused', until: preferences.pausedUntil ?? '' };
  return known.state === 'waiting' ? { type: 'waits-for-approval', issue } : { type: 'not-yet', issue };
};

/** When the next letter is due, where one may come. */
const next = ({ now, preferences, schedule }: Asked): Reason[] => {
  if (preferences === undefined) return [];
  const due = { type: 'due', at: new Date(dueAfter(Date.parse(now), preferences, schedule)).toISOString() } as const;
  return isPaused(Date.parse(now), preferences)
    ? [{ type: 'paused', until: preferences.pausedUntil ?? '' }, due]
    : [due];
};

/** Why somebody gets letters, or does not: from what happened and nothing else. */
export const explain = (story: PersonStory, asked: Asked): Explanation => {
  const subscriptions = [...story.subscriptions.values()];
  const none = outside(subscriptions);
  const about = asked.issue === undefined ? [] : [aboutIssue(story, asked, asked.issue)];
  const general = none ? [none] : next(asked);
  const said = new Set<string>();
  return {
    subscriptions: subscriptions.map(({ list, ...rest }) => ({ ...rest, list: asked.nameOf(list) })),
    letters: story.told(),
    reasons: [...about, ...general].filter((one) => !said.has(JSON.stringify(one)) && said.add(JSON.stringify(one))),
  };
};
