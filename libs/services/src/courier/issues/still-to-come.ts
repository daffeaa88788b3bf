import type { GatheringFact, IssueContent } from '@relais/digest';
import { daysOf, localTime } from '@relais/vocabulary';

/** What can still be gone to or voted on at a moment; the same content where that is all of it. */
export const stillToCome = (content: IssueContent, moment: number): IssueContent => {
  const at = new Date(moment).toISOString();
  const isToCome = ({ when }: GatheringFact): boolean =>
    when === undefined || daysOf(when).until >= localTime(at, when.kind === 'timed' ? when.zone : 'UTC').date;
  const isOpen = ({ closes }: { closes?: string }): boolean => closes === undefined || Date.parse(closes) > moment;
  const { upcoming, announced, votes } = content;
  const kept = {
    ...{ ...content, upcoming: upcoming.filter(isToCome), announced: announced.filter(isToCome) },
    ...(votes && { votes: votes.filter(isOpen) }),
  };
  const isAll =
    kept.upcoming.length === upcoming.length &&
    kept.announced.length === announced.length &&
    kept.votes?.length === votes?.length;
  return isAll ? content : kept;
};
