import type { IssueContent } from '@relais/digest';
import { localTime } from '@relais/vocabulary';
import type { Composition } from './composition.js';
import { gatheringsOf } from './gathering-facts.js';
import { itemFacts } from './item-facts.js';
import { beginning, windows } from './windows.js';

/**
 * What an issue says, made of rows alone: gatherings of the days that it looks ahead; those further away that were recognised
 * since the last issue, so that none is told twice in one letter; votes that are open; minutes and news since then.
 */
export const composeIssue = (composition: Composition): IssueContent => {
  const { zone, since, until, cadence = 'month' } = composition;
  const window = windows[cadence];
  const today = localTime(until, zone).date;
  const from = beginning(since, until, window);
  const { votes, minutes, news } = itemFacts(composition, { from, window });
  return {
    ...gatheringsOf(composition, { from, today, window }),
    news,
    ...(votes.length > 0 && { votes }),
    ...(minutes.length > 0 && { minutes }),
  };
};

/** Whether an issue has anything to say; one that has not is not sent. */
export const isEmpty = ({ upcoming, announced, news, votes = [], minutes = [] }: IssueContent): boolean =>
  upcoming.length + announced.length + news.length + votes.length + minutes.length === 0;
