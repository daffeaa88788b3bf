import { knownEvent } from '@relais/catalogue';
import type { EventStore } from '@relais/event-store';
import type { Instant, LetterId, ListId } from '@relais/vocabulary';

/** How far a copy came: to whom, and when it left. */
export type CopyStory = Readonly<{
  list: ListId;
  /** When it was handed over: it may be back before anybody recorded that it was taken. */
  handedOver?: Instant;
  accepted?: Instant;
}>;

/** From the ledger; undefined for what is no copy to an external list. */
export const copyStory = async (store: EventStore, letter: LetterId): Promise<CopyStory | undefined> => {
  let story: CopyStory | undefined;
  for await (const event of store.read(`letter-${letter}`)) {
    const { type, data, recordedAt } = knownEvent(event);
    if (type === 'letter.intended' && data.purpose === 'copy') story = { list: data.list };
    if (story && type === 'letter.handed-over') story = { ...story, handedOver: recordedAt };
    if (story && type === 'letter.accepted') story = { ...story, accepted: recordedAt };
  }
  return story;
};
