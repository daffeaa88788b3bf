/** An address at which a site may publish what Relais can read. */
export type Candidate = Readonly<{
  url: string;
  /** `calendar`: iCalendar; `events`: a platform's own list of events; `feed`: news; `page`: events in the page itself. */
  kind: 'calendar' | 'events' | 'feed' | 'page';
  /** What the page calls it. */
  title?: string;
  /** How sure it is that it is there and worth reading, from 0 to 1. */
  confidence: number;
  /** Why it is thought to be there: `linked as an alternate`, `Mobilizon` … */
  because: string;
}>;

/** What says most of gatherings comes first among equals. */
const order: readonly Candidate['kind'][] = ['calendar', 'events', 'feed', 'page'];

const most = 40;

/** Each address once, with the best that is known of it; the best first. */
export const bestFirst = (candidates: readonly Candidate[]): readonly Candidate[] => {
  const byUrl = Map.groupBy(candidates, ({ url }) => url.replace(/^http:/, 'https:'));
  const best = [...byUrl.values()].flatMap((same) => {
    const [first] = same.toSorted((one, other) => other.confidence - one.confidence);
    const title = same.find((one) => one.title !== undefined)?.title;
    return first ? [{ ...first, ...(title !== undefined && { title }) }] : [];
  });
  return best
    .toSorted((one, other) => other.confidence - one.confidence || order.indexOf(one.kind) - order.indexOf(other.kind))
    .slice(0, most);
};
