import { join } from 'node:path';
import { SqliteEventStore, type EventStore } from '@relais/event-store';
import { attached, published, recognised } from '@relais/read-models/testing';

const ofEach = (n: number) => {
  const gathering = `g${n % 1_500}` as NonNullable<Parameters<typeof recognised>[0]>['gathering'] & string;
  const item = `a${n}` as NonNullable<Parameters<typeof published>[0]>['item'] & string;
  if (n < 1_500) return recognised({ gathering, title: `Assemblée ${n}` });
  return n % 3 === 0 ? published({ item }) : attached({ gathering, says: { title: `Assemblée ${n}` } });
};

/** Records so many events, of gatherings first and then of news as well: several pages for a replay to read. */
export const recordHistory = async (store: EventStore, events: number, atOnce = 5_000): Promise<void> => {
  for (let from = 0; from < events; from += atOnce) {
    const length = Math.min(atOnce, events - from);
    const some = Array.from({ length }, (_, n) => ofEach(from + n));
    await store.append('history', some, 'any');
  }
};

/** The same into the log of a data folder, before a hub runs over it. */
export const recordHistoryIn = async (folder: string, events: number): Promise<void> => {
  const store = SqliteEventStore.open(join(folder, 'log.db'));
  await recordHistory(store, events);
  await store.close();
};
