import type { Recorded } from '@relais/event-sourcing';
import type { EventStore } from '@relais/event-store';
import type { ReadModels } from '../../read-models.js';
import { Generation } from '../../storage/generation.js';
import { Generations } from '../../storage/generations.js';
import { SqliteReadModels } from '../../storage/sqlite-read-models.js';
import { history, recordedHistory as recorded, temporaryFolder, type Chapter } from '../../testing/index.js';

export { temporaryFolder };

const gatheringOf = ({ data }: Chapter['events'][number]): string | undefined =>
  'gathering' in data ? data.gathering : undefined;

/** The history with each gathering in the stream that a hub keeps it in. */
const chapters: readonly Chapter[] = history.flatMap(({ stream, at, events }) =>
  stream.startsWith('gathering-')
    ? events.map((event) => ({ stream: `gathering-${gatheringOf(event)}`, at, events: [event] }))
    : [{ stream, at, events }],
);

export const recordedHistory = (): Promise<EventStore> => recorded(chapters);

/** Another log, that differs in a title early on. */
export const retitled = (): Promise<EventStore> =>
  recorded(
    chapters.map((chapter) => ({
      ...chapter,
      events: chapter.events.map((event) =>
        event.type === 'source.item-published' && event.data.fields.kind === 'news'
          ? { ...event, data: { ...event.data, fields: { ...event.data.fields, title: 'Autre' } } }
          : event,
      ),
    })),
  );

/** The read models of a hub whose log holds these events and no more. */
export const shownFrom = (events: readonly Recorded[]): ReadModels => {
  const generations = new Generations(temporaryFolder());
  const generation = Generation.open(generations.fileOf(1), 1);
  generation.apply(events);
  generation.close();
  generations.activate(1);
  return new SqliteReadModels(generations);
};
