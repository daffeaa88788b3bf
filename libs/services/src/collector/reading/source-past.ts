import { knownEvent, type HubEvent } from '@relais/catalogue';
import type { Recorded } from '@relais/event-sourcing';
import type { EventStore } from '@relais/event-store';
import { source as decider, sourceEventTypes, type KnownSource, type SourceEvent } from '@relais/source';
import type { Instant, SourceId } from '@relais/vocabulary';

/** What the log says of a source until now. */
export type Past = Readonly<{
  state: KnownSource;
  /** When it showed something new, since it was first read: in milliseconds, oldest first. */
  newsAt: readonly number[];
  /** When it could last be read for certain; it may have been read since without anything new. */
  lastRead?: Instant;
}>;

const isOfSource = (event: Recorded<HubEvent>): event is Recorded<SourceEvent> =>
  Object.hasOwn(sourceEventTypes, event.type);

/** Whether an event tells of something that its source did not show before. */
export const isNews = (event: SourceEvent): boolean =>
  event.type === 'source.item-revised' || (event.type === 'source.item-published' && event.data.backlog !== true);

export const pastOf = async (store: EventStore, source: SourceId): Promise<Past> => {
  let state = decider.initial;
  const newsAt: number[] = [];
  let lastRead: Instant | undefined;
  for await (const recorded of store.read(`source-${source}`)) {
    const event = knownEvent(recorded);
    if (!isOfSource(event)) continue;
    state = decider.evolve(state, event);
    const at = Date.parse(event.recordedAt);
    if (isNews(event) && newsAt.at(-1) !== at) newsAt.push(at);
    if (event.type !== 'source.failed' && event.type !== 'source.gone') lastRead = event.recordedAt;
  }
  return { state, newsAt, ...(lastRead && { lastRead }) };
};
